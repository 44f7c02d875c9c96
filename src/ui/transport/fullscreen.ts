/** Fills the screen with an element, or gives it back. Where browser or host page forbid it, nothing happens. */
export async function toggleFullscreen(element: HTMLElement): Promise<void> {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen());
  } catch {
    // Not on this device, or not in this frame.
  }
}
