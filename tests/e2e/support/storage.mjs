// Both copies of the records as they lie in the browser, and browsers that do
// not keep them.

/** Every record in the database, by its key; `null` where there is no database. */
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

/** Every record in local storage, by its key. */
export const storedRecords = (page) =>
  page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('carbon-inclusion/record/'))),
  );

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

/** Local storage is full from now on. */
export const fillStorage = (page) =>
  page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
