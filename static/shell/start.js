// Starts the page. The build appends this to wasm-bindgen's glue, and writes the
// files' names into the attributes of its element.
const start = document.querySelector('script[data-first]');
const files = start.dataset;
const TEXTS = {
  'zh-CN': { first: files.zh, later: files.zhLater },
  en: { first: files.en, later: files.enLater },
};
const STYLES = 'CSSLayerBlockRule' in window ? files.styles : files.plainStyles;

// Where the browser refuses the worker.
const refused = new Promise((resolve) => addEventListener('worker-refused', resolve));

// What static/shell/shell.js has made of the address and the settings.
const language = document.documentElement.lang;
if ('embed' in document.documentElement.dataset) import(files.frame);
// For src/app/browser/camera.rs, when a camera or a picture is used.
start.camera = () => import(files.camera);
// For src/app/browser/install.rs: Chromium offers it once, and soon.
addEventListener('beforeinstallprompt', (event) => (start.install = event));
const other = language === 'en' ? 'zh-CN' : 'en';

// The texts are fetched while the wasm is being compiled.
Promise.all([fetched(TEXTS[language].first), __wbg_init({ module_or_path: files.first })])
  .then(([texts]) => texts.text())
  .then((texts) => {
    mount(language, texts);
    return loadRest();
  });

// What the first page does not need: the code, texts and styles of the later
// pages, and the texts in the other language. The page is told when all are there.
async function loadRest() {
  let outcome = 'rest-here';
  const text = (file) => kept(file).then((response) => response.text());
  try {
    const [own, others, othersLater, styles, code] = await Promise.all([
      text(TEXTS[language].later),
      text(TEXTS[other].first),
      text(TEXTS[other].later),
      text(STYLES),
      files.later && kept(files.later).then((response) => response.arrayBuffer()),
    ]);
    add_texts(language, own);
    add_texts(other, others);
    add_texts(other, othersLater);
    await addStyles(styles);
    if (code) await WebAssembly.instantiate(code, { first: wasm });
  } catch (error) {
    console.error(error);
    outcome = 'rest-lost';
  }
  dispatchEvent(new Event(outcome));
}

async function addStyles(text) {
  if ('adoptedStyleSheets' in document) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  const link = document.createElement('link');
  const loaded = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
  document.head.append(Object.assign(link, { rel: 'stylesheet', href: STYLES }));
  await loaded;
}

// The service worker fetches all files to keep them, so the page asks for none of
// these itself: it takes them from there. Only where somebody waits for a later
// page from the start, or where there is no worker, are they fetched.
async function kept(file) {
  // Drawing comes after mounting.
  await pause(0);
  const hasWorker = window.top === window.self && navigator.serviceWorker;
  if (hasWorker && !document.getElementById('waiting')) {
    await Promise.race([navigator.serviceWorker.ready, refused, pause(8000)]);
  }
  return (hasWorker && (await caches.match(file))) || fetched(file);
}

async function fetched(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
