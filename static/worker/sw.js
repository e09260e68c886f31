// Keeps the page on the device, so that it opens without a network. A new
// version is fetched whole beside the one in use, and takes over when the
// reader says so or when no page is open any more.
'use strict';

// Written by the build: the files of this version, and what its page hashes to.
const FILES = [/* files */];
const PAGE_HASH = '/* page hash */';

const PAGE = './';
// Pages of other folders of the same site keep caches of their own.
const FAMILY = `carbon-inclusion ${new URL(PAGE, self.location).pathname} `;
const NAME = FAMILY + PAGE_HASH;

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (name) event.respondWith(answer(name, event.request));
});

async function fill() {
  const cache = await caches.open(NAME);
  try {
    const page = await fetch(PAGE, { cache: 'no-cache' });
    // Files may have been exchanged since this script was fetched: then it is
    // not this version, and the next visit tries again.
    if (!page.ok || (await hash(page.clone())) !== PAGE_HASH) throw new Error('another version');
    await cache.addAll(FILES);
    await cache.put(PAGE, page);
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(FAMILY) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// What this version calls the file that is asked for, if it is one of its own.
function nameOf(request) {
  if (request.method !== 'GET') return null;
  const url = new URL(request.url);
  const isPage = request.mode === 'navigate';
  const names = isPage ? [PAGE, './index.html'] : FILES;
  const isAsked = (name) => {
    const own = new URL(name, self.location);
    return own.origin === url.origin && own.pathname === url.pathname;
  };
  const found = names.find(isAsked);
  return found && isPage ? PAGE : found;
}

async function answer(name, request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(name);
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok && name !== PAGE) {
    await cache.put(name, fetched.clone());
  } else if (fetched.status === 404) {
    // This version is gone from the site and not whole here: the next visit
    // takes the page from the site.
    await cache.delete(PAGE);
  }
  return fetched;
}

async function hash(response) {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
