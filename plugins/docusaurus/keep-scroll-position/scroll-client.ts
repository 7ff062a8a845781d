import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';

/** Steps and headings have the same anchors in every language. */
const PLACES = 'article :is([data-step], h2, h3, h4)[id]';

/** As far down as the page's bar reaches, and a line more, in pixels. */
const TOP = 120;

/** Returns the target of the address while it is visible; else the last place above the top of the window. */
function placeInSight(): string {
  const aim = document.getElementById(location.hash.slice(1))?.getBoundingClientRect();
  if (aim && aim.bottom > 0 && aim.top < innerHeight) return location.hash.slice(1);
  const places = [...document.querySelectorAll(PLACES)];
  const passed = places.filter((place) => place.getBoundingClientRect().top < TOP);
  return scrollY > 0 ? (passed.at(-1)?.id ?? '') : '';
}

if (ExecutionEnvironment.canUseDOM) {
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[lang]');
      if (link) link.hash = placeInSight();
    },
    // Before the link is followed.
    true,
  );
}
