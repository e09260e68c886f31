// Both copies of the records as they lie in the browser, and browsers that do
// not keep them.
import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';

/** Every record and segment in the database, by its key; `null` where there is no database. */
export const databaseRecords = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('carbon-inclusion', 1);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const store = database.transaction('records').objectStore('records');
          const keys = store.getAllKeys();
          const lines = store.getAll();
          lines.onsuccess = () => {
            database.close();
            resolve(Object.fromEntries(keys.result.map((key, index) => [key, lines.result[index]])));
          };
        };
      }),
  );

/** Every record and segment in local storage, by its key. */
export const storedRecords = (page) =>
  page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => /^carbon-inclusion\/(record|segment)\//.test(key))),
  );

/** Waits until both copies are the same. */
export const copiesAgree = (page) =>
  expect.poll(async () => isDeepStrictEqual(await databaseRecords(page), await storedRecords(page))).toBe(true);

/** Empties the database, as a browser does that is short of space. */
export const emptyDatabase = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('carbon-inclusion', 1);
        request.onsuccess = () => {
          const transaction = request.result.transaction('records', 'readwrite');
          transaction.objectStore('records').clear();
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );

/** A browser that refuses its database, from the next page on. */
export const refuseDatabase = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });

/** A browser that refuses local storage, from the next page on. */
export const refuseStorage = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });

/** Fills local storage to its last letter, under a name that is not ours. */
export const fillStorage = (page) =>
  page.evaluate(() => {
    let length = 0;
    for (let more = 2 ** 22; more >= 1; more /= 2) {
      try {
        localStorage.setItem('junk', 'x'.repeat(length + more));
        length += more;
      } catch {
        // So much does not fit.
      }
    }
  });

/** There is room in local storage again. */
export const freeStorage = (page) => page.evaluate(() => localStorage.removeItem('junk'));
