/** How many monitors are shown at a time. */
export const PAGE = 25;

/**
 * What runs in the page: filters, search, pages, arrow keys in drawings, and everything open for print. Without it the page
 * still shows the first monitors. Plain text, since it is written into the page as it stands and hashed for its policy.
 */
export const SCRIPT = `'use strict';
(function () {
  var byId = function (id) { return document.getElementById(id); };
  var index = JSON.parse(byId('index').textContent);
  var list = byId('cards');
  var filters = byId('filters');
  var PAGE = ${PAGE};
  var cards = Array.prototype.slice.call(list.children);
  var rest = byId('rest');
  if (rest) { cards = cards.concat(Array.prototype.slice.call(rest.content.children)); }
  var found = index.map(function (_, i) { return i; });
  var start = 0;

  function show() {
    var page = found.slice(start, start + PAGE);
    list.replaceChildren.apply(list, page.map(function (i) { return cards[i]; }));
    if (filters) {
      byId('found').textContent = found.length === index.length
        ? index.length + ' monitors'
        : found.length + ' of ' + index.length + ' monitors';
    }
    var pages = byId('pages');
    if (pages) {
      pages.hidden = found.length <= PAGE;
      byId('position').textContent = found.length === 0 ? '' : (start + 1) + ' to ' + (start + page.length) + ' of ' + found.length;
      byId('previous').disabled = start === 0;
      byId('next').disabled = start + PAGE >= found.length;
    }
  }

  function filter() {
    var value = function (id) { return byId(id).value; };
    var words = value('search').toLowerCase().split(/\\s+/).filter(Boolean);
    var state = value('state'), namespace = value('namespace'), app = value('app'), prometheus = value('prometheus');
    found = [];
    index.forEach(function (one, i) {
      if ((!state || one.s === state) && (!namespace || one.n.indexOf(namespace) >= 0) &&
          (!app || one.a.indexOf(app) >= 0) && (!prometheus || one.p.indexOf(prometheus) >= 0) &&
          words.every(function (word) { return one.t.indexOf(word) >= 0; })) {
        found.push(i);
      }
    });
    start = 0;
    show();
  }

  if (filters) {
    filters.hidden = false;
    filters.addEventListener('submit', function (event) { event.preventDefault(); });
    filters.addEventListener('input', filter);
    filters.addEventListener('change', filter);
    filters.addEventListener('reset', function () { setTimeout(filter, 0); });
    show();
  }
  function turn(by) {
    start = Math.max(0, start + by);
    show();
    byId('chains-h').scrollIntoView();
    var first = list.querySelector('h3');
    if (first) { first.tabIndex = -1; first.focus(); }
  }
  if (byId('pages')) {
    byId('previous').addEventListener('click', function () { turn(-PAGE); });
    byId('next').addEventListener('click', function () { turn(PAGE); });
  }
  document.querySelectorAll('.pick').forEach(function (button) {
    button.addEventListener('click', function () {
      byId('namespace').value = button.dataset.namespace;
      filter();
      byId('filters').scrollIntoView();
    });
  });

  // One box of a drawing is reached by the tab key, the others by arrow keys.
  function focus(svg, box) {
    if (!box) { return; }
    svg.querySelectorAll('.box[tabindex="0"]').forEach(function (one) { one.setAttribute('tabindex', '-1'); });
    box.setAttribute('tabindex', '0');
    box.focus();
  }
  list.addEventListener('keydown', function (event) {
    var box = event.target.closest && event.target.closest('.box');
    if (!box) { return; }
    var svg = box.ownerSVGElement;
    var at = function (i) { return svg.querySelector('.box[data-i="' + i + '"]'); };
    var column = Array.prototype.slice.call(svg.querySelectorAll('.box[data-column="' + box.dataset.column + '"]'));
    var next = {
      ArrowRight: function () { return at(box.dataset.after.split(' ')[0]); },
      ArrowLeft: function () { return at(box.dataset.before.split(' ')[0]); },
      ArrowDown: function () { return column[column.indexOf(box) + 1]; },
      ArrowUp: function () { return column[column.indexOf(box) - 1]; },
      Home: function () { return at(0); },
      End: function () { return svg.querySelector('.box:last-of-type'); }
    }[event.key];
    if (next) { event.preventDefault(); focus(svg, next()); }
  });

  var closed = [];
  addEventListener('beforeprint', function () {
    closed = Array.prototype.slice.call(document.querySelectorAll('details:not([open])'));
    closed.forEach(function (one) { one.open = true; });
  });
  addEventListener('afterprint', function () {
    closed.forEach(function (one) { one.open = false; });
    closed = [];
  });
})();
`;
