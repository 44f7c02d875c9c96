/* The article's own few lines: its address keeps the map's state, so that a link to it opens at that moment. */
const map = document.querySelector('parley-map');
const address = new URL(location.href);

const state = address.searchParams.get('map');
if (state) map.setAttribute('state', state);

/** Without a new entry in the history: going back still leaves the article. */
function remember({ state }) {
  address.searchParams.set('map', state);
  history.replaceState(history.state, '', address);
}

// What the reader does in the map itself.
for (const name of ['seeked', 'select', 'pause', 'ratechange']) {
  map.addEventListener(name, ({ detail }) => remember(detail));
}

// Wherever the map stands now, also where a paragraph has brought it.
const link = document.querySelector('#moment');
link.addEventListener('click', async () => {
  remember(await map.getState());
  link.nextElementSibling.textContent = address.href;
});
