// What the page does in the frame of another page (docs/embedding.md): it says
// how high it is, takes the theme, and opens links in windows of their own. Only
// an address with `embed=1` loads it. No message says anything of what is
// recorded.
const NAMESPACE = 'carbon-inclusion';
const THEMES = ['auto', 'light', 'dark'];

const root = document.documentElement;
const cid = new URLSearchParams(location.search).get('cid') ?? '';
// Who gave the frame no name does not listen to it.
const isHeard = window.parent !== window && /^[\w-]{1,64}$/.test(cid);

// The origin of the page around, and of no other: from the browser, where it
// tells, or from the first message of that page. Until then what is sent may be
// read by anybody who is that page; it holds nothing that such a page lacks.
let host = location.ancestorOrigins?.[0];
let theme = null;
let isReady = false;
let toldHeight = 0;

function post(type, content) {
  if (!isHeard) return;
  // An origin that is none cannot be named.
  const target = host && host !== 'null' ? host : '*';
  window.parent.postMessage({ ns: NAMESPACE, v: 1, type, cid, ...content }, target);
}

function tellHeight(again) {
  // In a frame that is not shown every line is one letter wide.
  if (!isReady || window.innerWidth === 0) return;
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (again || height !== toldHeight) post('height', { height });
  toldHeight = height;
}

addEventListener('message', ({ source, origin, data }) => {
  if (!isHeard || source !== window.parent || (host && origin !== host)) return;
  if (data?.ns !== NAMESPACE || data.v !== 1 || data.type !== 'theme' || data.cid !== cid) return;
  if (!THEMES.includes(data.theme)) return;
  host = origin;
  theme = data.theme;
  root.setAttribute('data-theme', theme);
});

// The steps of one view stay in the frame, whatever else a link leads to.
const roomOf = (hash) => hash.split(/[/?]/)[1];

function mendLinks() {
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href');
    if (href.startsWith('#/')) {
      if (roomOf(href) === roomOf(location.hash)) continue;
      link.href = `${location.origin}${location.pathname}?lang=${root.lang}${href}`;
    } else if (href.startsWith('#')) {
      continue;
    }
    if (link.target !== '_blank') {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  }
}

// Where a sandbox forbids new windows, the page around is asked to open one, by
// the place in this page alone: what follows it may be the reader's.
function open(event) {
  const link = event.target.closest('a[target=_blank]');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const opened = window.open(link.href, '_blank');
  if (opened) opened.opener = null;
  const [place] = link.hash.split('?');
  const to = link.origin === location.origin && !place.startsWith('#/transfer') ? place : '';
  post('open', { to, opened: opened !== null });
}

function changed() {
  mendLinks();
  if (theme && root.getAttribute('data-theme') !== theme) root.setAttribute('data-theme', theme);
  if (!isReady && !document.getElementById('skeleton')) {
    isReady = true;
    post('ready');
  }
  // Out of sight the browser observes no sizes.
  tellHeight(false);
}

document.addEventListener('click', open);
new MutationObserver(changed).observe(root, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['href', 'data-theme'],
});
new ResizeObserver(() => tellHeight(false)).observe(document.body);
// It may have been hidden, or far below, until now.
new IntersectionObserver(() => tellHeight(true)).observe(root);
changed();
