// Lets a device make or use a passkey. The page holds what the desk asks, the form brings back what the device answers; where
// a browser knows no passkeys, the form stays away and the note in its place is shown.
const known = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.prototype.toJSON;
for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!known) continue;
  form.hidden = false;
  document.getElementById(form.dataset.instead).hidden = true;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const asked = JSON.parse(form.dataset.options);
      const key = form.dataset.passkey === 'make'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
      form.elements.kunci.value = JSON.stringify(key);
      form.submit();
    } catch {
      form.querySelector('[role=alert]').hidden = false;
    }
  });
}
