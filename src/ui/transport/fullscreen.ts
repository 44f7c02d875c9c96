/** Enters or leaves fullscreen. If the browser or the host page forbids it, nothing happens. */
export async function toggleFullscreen(element: HTMLElement): Promise<void> {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen());
  } catch {
    // Not on this device, or not in this frame.
  }
}
