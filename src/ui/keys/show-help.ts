/** Opens the dialog that lists the keys of a page, beside its article, once it is there. */
export function showHelp(article: HTMLElement): void {
  article.parentElement?.querySelector<HTMLDialogElement>('#help')?.showModal();
}
