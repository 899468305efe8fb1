// The number on the app's icon: what waits on this phone. Page and worker both keep it.

/** Show it where there is such a thing; nothing waiting, no number. */
export function showBadge(count) {
  const shown = count ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  shown?.catch(() => {}); // in a tab of a browser some refuse
}
