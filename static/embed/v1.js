// Puts the carbon calculator into the page of another site: a frame into every
// element with `data-carbon-inclusion` (docs/embedding.md). Written for every
// browser that has frames worth the name; no libraries, no globals, and nothing
// of the page is touched but those elements.
(function () {
  'use strict';

  var NAMESPACE = 'carbon-inclusion';
  var PLACES = '[data-carbon-inclusion]';
  // What may be asked for; the first is what stands where nothing was asked. The
  // size of texts is then the reader's own.
  var CHOICES = {
    view: ['compare', 'record', 'summary'],
    lang: ['zh-CN', 'en'],
    theme: ['auto', 'light', 'dark'],
    text: ['', 'normal', 'large', 'elder']
  };
  // Escaped, because the page around may be in another encoding: 碳普惠计算器.
  var TITLES = {
    'zh-CN': '\u78b3\u666e\u60e0\u8ba1\u7b97\u5668',
    en: 'Carbon inclusion calculator'
  };
  var LEAST = 200;
  var MOST = 4000;
  // Until the frame says how high it is.
  var FIRST = 480;

  var script = document.currentScript || document.querySelector('script[src*="/embed/v1.js"]');
  // The folder that this script's folder is in, and its origin.
  var address = /^((https?:\/\/[^/?#]+)\/(?:[^?#]*\/)?)embed\/v1\.js(?:[?#]|$)/.exec(script && script.src);
  if (!address || !window.MutationObserver) {
    return;
  }
  var base = address[1];
  var origin = address[2];
  // Knows the frames of this run of the script from those of another.
  var own = {};

  function each(list, act) {
    Array.prototype.forEach.call(list, act);
  }

  function asked(element, name) {
    var value = element.getAttribute('data-' + name);
    return CHOICES[name].indexOf(value) >= 0 ? value : CHOICES[name][0];
  }

  // A name for the frame that no other window can guess.
  function random() {
    var numbers = window.crypto.getRandomValues(new Uint32Array(4));
    return Array.prototype.map.call(numbers, function (number) {
      return number.toString(36);
    }).join('');
  }

  // What has to be the same for a frame to stay.
  function placeOf(element) {
    var text = asked(element, 'text');
    return '?embed=1&view=' + asked(element, 'view') + '&lang=' + asked(element, 'lang') + (text && '&text=' + text);
  }

  function put(element, place, theme) {
    var frame = document.createElement('iframe');
    var lang = asked(element, 'lang');
    var cid = random();
    frame.title = TITLES[lang];
    frame.setAttribute('loading', 'lazy');
    frame.setAttribute('referrerpolicy', 'no-referrer');
    frame.setAttribute('allow', 'clipboard-write; web-share; fullscreen');
    // Not as an attribute, which a strict policy of the page forbids.
    frame.style.cssText = 'display:block;width:100%;max-width:100%;margin:0;border:0;height:' + FIRST + 'px';
    frame.src = base + place + '&theme=' + theme + '&cid=' + cid;
    frame.carbonInclusion = { own: own, place: place, theme: theme, lang: lang, cid: cid, target: '' };
    element.appendChild(frame);
  }

  function tellTheme(frame) {
    var known = frame.carbonInclusion;
    if (known.target) {
      frame.contentWindow.postMessage(
        { ns: NAMESPACE, v: 1, type: 'theme', cid: known.cid, theme: known.theme },
        known.target
      );
    }
  }

  // Gives every place its frame: new places, those that came back, those that
  // ask for something else by now.
  function refresh() {
    each(document.querySelectorAll(PLACES), function (element) {
      var place = placeOf(element);
      var theme = asked(element, 'theme');
      var stays = false;
      each(Array.prototype.slice.call(element.children), function (child) {
        var known = child.carbonInclusion;
        if (child.tagName !== 'IFRAME') {
          return;
        }
        if (known && known.own !== own) {
          stays = true;
        } else if (known && known.place === place && !stays) {
          stays = true;
          if (known.theme !== theme) {
            known.theme = theme;
            tellTheme(child);
          }
        } else if (known || child.src.indexOf(base + '?embed=1') === 0) {
          // It shows something else, or it is a copy that nobody listens to.
          element.removeChild(child);
        }
      });
      if (!stays) {
        put(element, place, theme);
      }
    });
  }

  // Never another address than ours.
  function isPlace(to) {
    return typeof to === 'string' && /^#\/[a-z0-9/-]{0,60}$/.test(to);
  }

  function take(frame, event) {
    var known = frame.carbonInclusion;
    var data = event.data;
    if (data.type === 'ready') {
      // In a sandbox without an origin the frame has none either.
      known.target = event.origin === 'null' ? '*' : event.origin;
      tellTheme(frame);
    } else if (data.type === 'height' && typeof data.height === 'number' && isFinite(data.height)) {
      frame.style.height = Math.min(MOST, Math.max(LEAST, Math.ceil(data.height))) + 'px';
    } else if (data.type === 'open' && data.opened === false && isPlace(data.to)) {
      // What the frame's own sandbox forbids.
      window.open(base + '?lang=' + known.lang + data.to, '_blank', 'noopener');
    }
  }

  window.addEventListener('message', function (event) {
    var data = event.data;
    var isOurs = event.origin === origin || (event.origin === 'null' && self.origin === 'null');
    if (!isOurs || !data || data.ns !== NAMESPACE || data.v !== 1) {
      return;
    }
    each(document.querySelectorAll(PLACES + '>iframe'), function (frame) {
      var known = frame.carbonInclusion;
      if (known && known.own === own && event.source === frame.contentWindow && data.cid === known.cid) {
        take(frame, event);
      }
    });
  });

  new MutationObserver(refresh).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-carbon-inclusion', 'data-view', 'data-theme', 'data-lang', 'data-text']
  });
  refresh();
})();
