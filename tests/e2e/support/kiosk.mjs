// A visitor at the kiosk, and what a tablet could keep of one.
import { expect } from '@playwright/test';
import { action } from './edition.mjs';

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
export const start = (page) => button(page, '点这里开始');

/** From the first tap to the result: chooses `deeds`, `[action, amounts]` by the names of the buttons. */
export async function tell(page, deeds) {
  await start(page).click();
  for (const [id] of deeds) await button(page, action(id).name.zh).click();
  await button(page, '下一步').click();
  for (const [id, amounts = []] of deeds) {
    await expect(title(page, action(id).name.zh)).toBeFocused();
    for (const amount of amounts) await button(page, amount).click();
    await button(page, '下一步').click();
  }
  await expect(title(page, '看看减了多少')).toBeFocused();
}

/** Everything that a browser keeps of a page, and what stands in it. */
export async function traces(page, context) {
  const kept = await page.evaluate(async () => {
    const databases = {};
    for (const { name } of await indexedDB.databases()) {
      databases[name] = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const stores = [...database.objectStoreNames];
          const read = (store, what) =>
            new Promise((done) => {
              const asked = database.transaction(store).objectStore(store)[what]();
              asked.onsuccess = () => done(asked.result);
            });
          Promise.all(stores.map(async (store) => [store, await read(store, 'getAllKeys'), await read(store, 'getAll')])).then(
            (all) => {
              database.close();
              resolve(all);
            },
          );
        };
      });
    }
    const caching = {};
    for (const name of await caches.keys()) {
      caching[name] = (await (await caches.open(name)).keys()).map((request) => request.url).sort();
    }
    const { y, ...state } = history.state ?? {};
    const body = document.body.cloneNode(true);
    // The title of the step, told to a screen reader, goes by itself after a second.
    body.querySelector('#announced').replaceChildren();
    return {
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases,
      caching,
      address: window.location.href,
      history: [history.length, JSON.stringify(state)],
      name: window.name,
      title: document.title,
      // How far down somebody was is no word about them.
      body: body.outerHTML,
      root: document.documentElement.cloneNode(false).outerHTML,
      fields: document.querySelectorAll('input, textarea, select, [contenteditable]').length,
      selection: String(getSelection()),
    };
  });
  return { ...kept, cookies: await context.cookies() };
}
