/** In a frame it is in sight, and scrolling to it would move the host page. */
function showMap(page: HTMLElement | null): void {
  if (page && page.getBoundingClientRect().top < 0) page.scrollIntoView({ block: 'start' });
}

/**
 * Going to an event shows it: its card beside the map, or the map itself on a phone. What is chosen from
 * the list of all events opens where it stands.
 */
export function startReveal(side: HTMLElement): void {
  const show = ({ target }: Event) => {
    const way = target instanceof Element ? target.closest('[data-go]') : null;
    if (!way || way.closest('[id^="event-"]')) return;
    if (side.scrollHeight > side.clientHeight) side.scrollTo({ top: 0 });
    else showMap(side.closest('article'));
  };
  side.addEventListener('click', show);
}
