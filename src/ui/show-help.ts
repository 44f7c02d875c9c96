/** Opens the dialog that lists the keys, once it is there. */
export function showHelp(): void {
  document.querySelector<HTMLDialogElement>('#help')?.showModal();
}
