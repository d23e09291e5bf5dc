// Lets this device keep the lessons and the numbers for help (sw.js), once somebody reads lessons or has put the desk among
// their apps: on a phone that others look into, a visit to the other pages leaves nothing. The pages need nothing of it;
// where a browser refuses, all stays as it was.
const reads = location.pathname.startsWith('/pelajaran') || matchMedia('(display-mode: standalone)').matches;
if (reads && 'serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => {});
