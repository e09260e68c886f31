// The page before the app is there, and when it does not come or breaks.
// It must run in every browser, however old: ES5 only, no wasm, no libraries.
(function () {
  'use strict';

  var PREFIX = 'carbon-inclusion/';
  var root = document.documentElement;
  var shown = false;

  // What may be chosen; the first is what stands where nothing was chosen.
  var CHOICES = {
    lang: ['zh-CN', 'en'],
    theme: ['auto', 'light', 'dark'],
    text: ['normal', 'large', 'elder'],
    view: ['compare', 'record', 'summary'],
    enlarged: ['0', '1', '2']
  };
  var SETTING_NAMES = { lang: 'language', theme: 'theme', text: 'text', enlarged: 'enlarged' };

  var MESSAGES = {
    old: [
      ['zh-CN', '这个浏览器版本太旧，打不开碳账户。请升级浏览器：Chrome 或系统 WebView 96、Safari 15.1、Firefox 79 及以上都可以。'],
      ['en', 'This browser is too old for the carbon account. Please update it: Chrome or Android WebView 96, Safari 15.1, Firefox 79 or newer will do.']
    ],
    load: [
      ['zh-CN', '页面没有加载完整，可能是网络断开了。请检查网络后重新打开。已保存在本机的记录不受影响。'],
      ['en', 'The page did not load completely; the network may be down. Please check it and reload. What is saved on this device is not affected.']
    ],
    crash: [
      ['zh-CN', '页面出错，停止了工作。请重新打开。已保存在本机的记录还在，也可以先保存成文件。'],
      ['en', 'The page has failed and stopped. Please reload it. What is saved on this device is still there; you can also save it to a file first.']
    ]
  };

  var UPDATE = {
    'zh-CN': ['有新版本，已下载好。更新会重新打开页面，没保存的填写会丢失。', '更新', '以后再说'],
    en: ['A new version is ready. Updating reloads the page; what is not saved yet is lost.', 'Update', 'Later']
  };

  // Storage may be refused, even to look at.
  function storage() {
    try {
      return window.localStorage;
    } catch (refused) {
      return null;
    }
  }

  function savedSettings() {
    var saved = {};
    var text = null;
    try {
      text = storage().getItem(PREFIX + 'settings');
    } catch (refused) {
      text = null;
    }
    (text || '').split('\n').forEach(function (line) {
      var at = line.indexOf('=');
      if (at > 0) {
        saved[line.slice(0, at)] = line.slice(at + 1);
      }
    });
    return saved;
  }

  function asked() {
    var query = {};
    location.search.slice(1).split('&').forEach(function (pair) {
      var at = pair.indexOf('=');
      if (at > 0) {
        query[pair.slice(0, at)] = pair.slice(at + 1);
      }
    });
    return query;
  }

  function choose(name, query, saved) {
    var known = CHOICES[name];
    if (known.indexOf(query[name]) >= 0) {
      return query[name];
    }
    var setting = saved[SETTING_NAMES[name]];
    return known.indexOf(setting) >= 0 ? setting : known[0];
  }

  // Before the first paint, so that nothing changes under the reader's eyes.
  function applySettings() {
    var query = asked();
    var saved = savedSettings();
    var lang = choose('lang', query, saved);
    root.setAttribute('lang', lang);
    // The texts are on their way by a hint already: those in Chinese.
    var texts = document.querySelector('link[data-en]');
    if (texts && lang === 'en') {
      texts.href = texts.getAttribute('data-en');
    }
    root.setAttribute('data-theme', choose('theme', query, saved));
    root.setAttribute('data-text', choose('text', query, saved));
    root.setAttribute('data-enlarged', choose('enlarged', {}, saved));
    if (query.embed === '1') {
      root.setAttribute('data-embed', '');
      // In the frame of another page the view that it asks for is what opens.
      if (!location.hash) {
        location.replace('#/' + choose('view', query, saved));
      }
    } else if (/^#?\/?$/.test(location.hash) && !hasAccount()) {
      root.setAttribute('data-new', '');
    }
  }

  // Who has an account here is not told what this is while the app is on its way.
  function hasAccount() {
    return storedKeys().some(function (key) {
      return key !== PREFIX + 'settings';
    });
  }

  // The browser's own bar has the colour of the theme, now and whenever it changes.
  function colourBar() {
    var bars = [].slice.call(document.querySelectorAll('meta[name="theme-color"]'));
    var colours = bars.map(function (bar) {
      return bar.getAttribute('content');
    });
    function follow() {
      var chosen = CHOICES.theme.indexOf(root.getAttribute('data-theme')) - 1;
      bars.forEach(function (bar, index) {
        bar.setAttribute('content', colours[chosen < 0 ? index : chosen]);
      });
    }
    follow();
    if (window.MutationObserver) {
      new MutationObserver(follow).observe(root, { attributeFilter: ['data-theme'] });
    }
  }

  // Browsers that run the app but do not know @layer get the same rules without it.
  function chooseStylesheet() {
    var link = document.querySelector('link[data-unlayered]');
    if (link && !window.CSSLayerBlockRule) {
      link.href = link.getAttribute('data-unlayered');
    }
  }

  // The newest thing that Rust's wasm needs is reference types: a function type that takes one.
  function runsTheApp() {
    try {
      return WebAssembly.validate(
        new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0])
      );
    } catch (missing) {
      return false;
    }
  }

  function mounted() {
    return !document.getElementById('skeleton');
  }

  // None where storage is refused. Looking at the keys does not read an account.
  function storedKeys() {
    var keys = [];
    try {
      var store = storage();
      for (var index = 0; index < store.length; index += 1) {
        var key = store.key(index);
        if (key.indexOf(PREFIX) === 0) {
          keys.push(key);
        }
      }
    } catch (refused) {
      return [];
    }
    return keys;
  }

  function storedData() {
    var keys = storedKeys();
    var items = {};
    try {
      keys.forEach(function (key) {
        items[key] = storage().getItem(key);
      });
    } catch (refused) {
      return null;
    }
    return keys.length > 0 ? items : null;
  }

  // What the second copy has (src/app/browser/second_copy.rs): where storage is
  // full or refused, more than storage itself. One that is not there or does not
  // answer has nothing.
  function secondCopy(then) {
    var items = {};
    var timer = setTimeout(end, 1000);
    function end() {
      clearTimeout(timer);
      then(items);
      then = function () {};
    }
    try {
      var request = window.indexedDB.open('carbon-inclusion');
      request.onupgradeneeded = function () {
        request.transaction.abort();
      };
      request.onerror = end;
      request.onsuccess = function () {
        var records = request.result.transaction('records').objectStore('records').openCursor();
        records.onerror = end;
        records.onsuccess = function () {
          var record = records.result;
          if (record) {
            items[record.key] = record.value;
            record['continue']();
          } else {
            end();
          }
        };
      };
    } catch (refused) {
      end();
    }
  }

  function saveStoredData() {
    secondCopy(function (items) {
      var stored = storedData() || {};
      for (var key in stored) {
        items[key] = stored[key];
      }
      saveItems(items);
    });
  }

  function saveItems(items) {
    var now = new Date().toISOString();
    var text = JSON.stringify(
      {
        format: 'carbon-inclusion-stored-data',
        version: 1,
        exported_at: now,
        items: items
      },
      null,
      1
    );
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'carbon-inclusion-stored-data-' + now.slice(0, 10) + '.json';
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
  }

  function button(text, action) {
    var element = document.createElement('button');
    element.type = 'button';
    element.className = 'shell-action';
    element.appendChild(document.createTextNode(text));
    element.addEventListener('click', action);
    return element;
  }

  function show(kind) {
    // The first reason is the one that led to the others.
    if (shown) {
      return;
    }
    shown = true;
    if (!document.body) {
      document.addEventListener('DOMContentLoaded', function () {
        put(kind);
      });
    } else {
      put(kind);
    }
  }

  function put(kind) {
    var box = document.createElement('div');
    box.className = 'shell-message';
    box.id = 'shell-message';
    box.setAttribute('role', 'alert');
    box.setAttribute('data-kind', kind);
    MESSAGES[kind].forEach(function (message) {
      var paragraph = document.createElement('p');
      paragraph.setAttribute('lang', message[0]);
      paragraph.appendChild(document.createTextNode(message[1]));
      box.appendChild(paragraph);
    });
    var actions = document.createElement('div');
    actions.className = 'shell-actions';
    actions.appendChild(
      button('重新打开 / Reload', function () {
        location.reload();
      })
    );
    var save = button('保存本机数据 / Save stored data', saveStoredData);
    if (storedData()) {
      actions.appendChild(save);
    } else {
      secondCopy(function (items) {
        if (Object.keys(items).length > 0) {
          actions.appendChild(save);
        }
      });
    }
    box.appendChild(actions);
    document.body.appendChild(box);
    var main = document.querySelector('.shell-main');
    if (main) {
      main.removeAttribute('aria-busy');
    }
  }

  function isTrap(reason) {
    return !!(window.WebAssembly && reason instanceof WebAssembly.RuntimeError);
  }

  function watch() {
    window.addEventListener(
      'error',
      function (event) {
        var target = event.target;
        if (target && target.tagName === 'SCRIPT') {
          show('load');
        } else if (isTrap(event.error)) {
          show('crash');
        } else if (event.error && !mounted()) {
          show('crash');
        }
      },
      // Events of files that do not load do not bubble.
      true
    );
    window.addEventListener('unhandledrejection', function (event) {
      if (isTrap(event.reason)) {
        show('crash');
      } else if (!mounted()) {
        show('load');
      }
    });
    // The app may say itself that it has ended.
    if (window.MutationObserver) {
      new MutationObserver(function () {
        if (root.hasAttribute('data-crashed')) {
          show('crash');
        }
      }).observe(root, { attributes: true, attributeFilter: ['data-crashed'] });
    }
  }

  // Back leads to where one was on a page. Each page of the history knows how far
  // down it was left; the app itself begins every page at its top.
  function keepPlaces() {
    var timer = 0;
    window.addEventListener('scroll', function () {
      clearTimeout(timer);
      timer = setTimeout(function () {
        history.replaceState({ y: window.pageYOffset }, '');
      }, 200);
    });
    window.addEventListener('hashchange', function () {
      clearTimeout(timer);
      var left = history.state && history.state.y;
      // When the app has drawn the page, and gone to its title.
      if (left > 0) {
        setTimeout(function () {
          window.scrollTo(0, left);
        }, 50);
      }
    });
  }

  // A new version is fetched whole and waits: the reader says when.
  function offerUpdate(waiting) {
    if (document.getElementById('shell-update')) {
      return;
    }
    var words = root.getAttribute('lang') === 'en' ? UPDATE.en : UPDATE['zh-CN'];
    var bar = document.createElement('div');
    bar.id = 'shell-update';
    bar.className = 'shell-update';
    bar.setAttribute('role', 'status');
    var text = document.createElement('p');
    text.appendChild(document.createTextNode(words[0]));
    bar.appendChild(text);
    var actions = document.createElement('div');
    actions.className = 'shell-actions';
    actions.appendChild(
      button(words[1], function () {
        navigator.serviceWorker.addEventListener('controllerchange', function () {
          location.reload();
        });
        waiting.postMessage('take over');
      })
    );
    actions.appendChild(
      button(words[2], function () {
        document.body.removeChild(bar);
      })
    );
    bar.appendChild(actions);
    document.body.insertBefore(bar, document.body.firstChild);
  }

  function watchUpdates(registration) {
    var offer = function () {
      // Without a controller this is the first version there is.
      if (registration.waiting && navigator.serviceWorker.controller) {
        offerUpdate(registration.waiting);
      }
    };
    registration.addEventListener('updatefound', function () {
      registration.installing.addEventListener('statechange', offer);
    });
    offer();
  }

  // Keeps the page on the device. Where that is refused, and in the frame of
  // another page, it works with the network as before.
  function keepOffline() {
    // Even to look at it is refused in some frames.
    var container = window.top === window.self && navigator.serviceWorker;
    if (!container) {
      return;
    }
    var script = './sw.js';
    if (window.trustedTypes) {
      script = window.trustedTypes
        .createPolicy('service-worker', {
          createScriptURL: function () {
            return './sw.js';
          }
        })
        .createScriptURL(script);
    }
    container
      .register(script)
      .then(watchUpdates)
      .then(null, function () {
        // Who waits for its files (start.js) fetches them.
        window.dispatchEvent(new Event('worker-refused'));
      });
  }

  applySettings();
  colourBar();
  chooseStylesheet();
  if (runsTheApp()) {
    watch();
    keepPlaces();
    // After everything else: the first visit is not to wait for the next.
    window.addEventListener('load', function () {
      setTimeout(keepOffline, 1000);
    });
  } else {
    show('old');
  }
})();
