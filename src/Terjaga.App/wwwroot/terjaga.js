// Lets this device keep the lessons and the numbers for help (sw.js). The pages need nothing of it; where a browser
// refuses, all stays as it was.
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => {});
