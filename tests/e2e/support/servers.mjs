// The web servers that deploy/ has configurations for, really run: the built
// page as docs/deployment.md says to lay it down, behind a certificate of its
// own, on free ports of the loopback.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const run = promisify(execFile);
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const SITE = 'carbon.example';
/** Where `cargo xtask test` unpacks them. */
const UNPACKED = join(PROJECT, '.tools/servers');
const FOLDERS = [join(UNPACKED, 'usr/sbin'), join(UNPACKED, 'usr/bin'), ...(process.env.PATH ?? '').split(':')];

const program = (name) => FOLDERS.map((folder) => join(folder, name)).find((file) => existsSync(file));

/** Replaces what is there exactly so often: a configuration that changed is not guessed at. */
function replace(text, written, real, times = 1) {
  const parts = text.split(written);
  if (parts.length !== times + 1) throw new Error(`${written} stands ${parts.length - 1} times in the configuration`);
  return parts.join(real);
}

const SERVERS = {
  nginx: {
    needs: ['nginx', 'openssl', 'brotli'],
    async configure({ folder, root, certificate, key, http, https }) {
      let site = await readFile(join(PROJECT, 'deploy/nginx.conf'), 'utf8');
      site = replace(site, 'listen 80;', `listen 127.0.0.1:${http};`);
      site = replace(site, 'listen [::]:80;', '');
      site = replace(site, 'listen 443 ssl http2;', `listen 127.0.0.1:${https} ssl http2;`);
      site = replace(site, 'listen [::]:443 ssl http2;', '');
      site = replace(site, `server_name ${SITE};`, 'server_name localhost 127.0.0.1;', 2);
      site = replace(site, `/etc/ssl/${SITE}/fullchain.pem`, certificate);
      site = replace(site, `/etc/ssl/${SITE}/privkey.pem`, key);
      site = replace(site, '/srv/carbon-inclusion', root);
      await writeFile(join(folder, 'site.conf'), site);
      const brotli = join(program('nginx'), '../../lib/nginx/modules/ngx_http_brotli_static_module.so');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
      const main = [
        `load_module ${brotli};`,
        `pid ${folder}/nginx.pid;`,
        'daemon off;',
        'worker_processes auto;',
        // So that the folder, which is this user's alone, can be read.
        process.getuid?.() === 0 ? 'user root;' : '',
        'events { worker_connections 4096; }',
        `http { ${temporary.join(' ')} include ${folder}/site.conf; }`,
      ];
      await writeFile(join(folder, 'nginx.conf'), main.join('\n'));
      return ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
    },
  },
  caddy: {
    needs: ['caddy', 'openssl', 'brotli'],
    async configure({ folder, root, certificate, key, http, https }) {
      let site = await readFile(join(PROJECT, 'deploy/Caddyfile'), 'utf8');
      site = replace(site, '{\n\tservers {', `{\n\tadmin off\n\thttp_port ${http}\n\tservers {`);
      site = replace(site, `${SITE} {`, `https://localhost:${https}, https://127.0.0.1:${https} {\n\ttls ${certificate} ${key}`);
      site = replace(site, '/srv/carbon-inclusion', root);
      await writeFile(join(folder, 'Caddyfile'), site);
      return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
    },
  },
};

/** What of it is missing on this machine; nothing where it can be run. */
export const missing = (name) => SERVERS[name].needs.filter((needed) => !program(needed));

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The command of docs/deployment.md that compresses, as it stands there. */
async function compressing() {
  const text = await readFile(join(PROJECT, 'docs/deployment.md'), 'utf8');
  const blocks = text.match(/^ {7}find dist [^]*?(?=\n\n)/gm);
  if (blocks?.length !== 2 || blocks[0] !== blocks[1]) throw new Error('docs/deployment.md has another command in each language');
  return blocks[0];
}

const answers = (url) =>
  new Promise((resolve) => {
    const request = get(url, { rejectUnauthorized: false }, (response) => resolve(response.resume() && true));
    request.on('error', () => resolve(false));
  });

/** Starts `name` with its configuration; `put` lays down files as an update does. */
export async function start(name) {
  const folder = await mkdtemp(join(tmpdir(), 'carbon-inclusion-'));
  const root = join(folder, 'dist');
  const [certificate, key] = [join(folder, 'fullchain.pem'), join(folder, 'privkey.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const keys = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc', '-keyout', key];
  await run('openssl', ['req', '-x509', '-days', '2', ...keys, '-out', certificate, ...subject]);
  await cp(join(PROJECT, 'dist'), root, { recursive: true });
  const compress = await compressing();
  await run('sh', ['-c', compress], { cwd: folder });
  const [http, https] = [await freePort(), await freePort()];
  const options = await SERVERS[name].configure({ folder, root, certificate, key, http, https });
  const home = join(folder, 'home');
  await mkdir(home);
  const server = spawn(program(name), options, { env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home } });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text));
  const gone = new Promise((resolve) => server.on('exit', resolve));
  const url = `https://localhost:${https}/`;
  const close = async () => {
    server.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (tries === 100 || server.exitCode !== null) {
      await close();
      throw new Error(`${name} does not answer: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const put = async (files) => {
    // As docs/deployment.md says: what leads to the others comes last.
    const isLast = ([file]) => ['index.html', 'sw.js'].includes(file);
    for (const [file, content] of [...files].sort((one, other) => isLast(one) - isLast(other))) {
      const at = join(root, file);
      await writeFile(`${at}.br`, brotliCompressSync(content, QUICKLY));
      await writeFile(`${at}.gz`, gzipSync(content));
      await writeFile(at, content);
    }
  };
  return { url, plain: `http://localhost:${http}/`, root, put, close };
}
