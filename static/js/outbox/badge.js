// The number on the app's icon: how many things wait on this phone. Page and service worker both set it.

/**
 * Show the number, or none for 0. Does nothing where the browser has no badges.
 * @param {number} count
 */
export function showBadge(count) {
  const shown = count ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  shown?.catch(() => {}); // some browsers refuse in a tab
}
