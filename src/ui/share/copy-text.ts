/**
 * Copies the text of a field. Returns false if the browser does not allow it. The field then has the focus and its text is
 * selected, so that the reader can copy it with the keyboard.
 */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  const focused = document.activeElement;
  // In an iframe without permission the Clipboard API would only log an error on the host page's console.
  if (window.parent === window && (await write(field.value))) return true;
  field.focus();
  field.select();
  const copied = document.execCommand('copy');
  if (copied && focused instanceof HTMLElement) focused.focus();
  return copied;
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No secure context, or no permission.
    return false;
  }
}
