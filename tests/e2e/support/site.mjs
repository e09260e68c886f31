// A site whose builds can be exchanged and which can go away, for what happens
// between two versions of the page.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';

const DIST = new URL('../../../dist/', import.meta.url);
const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
};

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** The files of the release build, by name. */
export async function build() {
  const entries = await readdir(DIST, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const contents = await Promise.all(names.map((name) => readFile(new URL(name, DIST))));
  return new Map(names.map((name, index) => [name, contents[index]]));
}

/** The same page as a later build: other names, other hashes, marked in its title. */
export function laterBuild(files, mark) {
  const hashed = /-([0-9a-f]{16})\.(\w+)/g;
  const rename = (text) => text.replace(hashed, `-${sha256(mark).slice(0, 16)}$1.$2`);
  const later = new Map();
  for (const [name, content] of files) {
    const isText = /\.(html|js|css)$/.test(name);
    later.set(rename(name), isText ? Buffer.from(rename(content.toString())) : content);
  }
  const page = later.get('index.html').toString().replace('<head>', `<head><meta name="build" content="${mark}">`);
  const worker = later.get('sw.js').toString();
  later.set('index.html', Buffer.from(page));
  later.set('sw.js', Buffer.from(worker.replace(/'[0-9a-f]{64}'/, `'${sha256(page)}'`)));
  return later;
}

/** Serves `site.files` with `site.headers`; where `site.breaks(name)` says so, the network is gone. */
export async function serve(files) {
  const site = { files, headers: {}, breaks: () => false, asked: [] };
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://site').pathname.slice(1) || 'index.html';
    site.asked.push(name);
    const content = site.files.get(name);
    if (site.breaks(name)) {
      request.socket.destroy();
    } else if (content) {
      response.writeHead(200, {
        'Content-Type': TYPES[name.split('.').pop()],
        'Cache-Control': 'no-cache',
        ...site.headers,
      });
      response.end(content);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.url = `http://127.0.0.1:${server.address().port}/`;
  site.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return site;
}
