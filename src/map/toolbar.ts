/**
 * Keys of a WAI-ARIA toolbar. The toolbar is one stop of the Tab key. Inside it the arrow keys, Home and End move the
 * focus, from the last control to the first and back. The toolbar itself sets the `tabindex` of its controls.
 */
export function handleToolbarKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const { currentTarget: row, target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const controls = [...row.querySelectorAll<HTMLElement>('button, select')].filter(
    (control) => control.getClientRects().length > 0,
  );
  const at = controls.findIndex((control) => control === target);
  const ahead = getComputedStyle(row).direction === 'rtl' ? -1 : 1;
  const goals: Readonly<Record<string, number>> = {
    ArrowLeft: at - ahead,
    ArrowRight: at + ahead,
    Home: 0,
    End: -1,
  };
  const goal = goals[key];
  if (goal === undefined || at < 0) return;
  event.preventDefault();
  controls.at(goal % controls.length)?.focus();
}
