/**
 * Copies what a field holds. False where the browser does not let the page do so: then the text stays
 * selected and has the focus, and the reader's own keys copy it.
 */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  const asked = document.activeElement;
  // A host page that has not allowed the modern way would only find a complaint in the console.
  if (window.parent === window && (await write(field.value))) return true;
  field.focus();
  field.select();
  const copied = document.execCommand('copy');
  if (copied && asked instanceof HTMLElement) asked.focus();
  return copied;
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not over plain http, not without the reader's leave.
    return false;
  }
}
