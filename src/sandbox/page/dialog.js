import { h, nextId } from './dom.js';
import { readPlain, showText } from './text.js';

let pending = null;

/** Asks before something is done; answers true when the person agrees. */
export function askConfirm({ title, text, confirm, deny, style }) {
  pending?.(false);
  return new Promise((resolve) => {
    const before = document.activeElement;
    const titleId = nextId('confirm');
    const answer = (yes) => {
      if (pending !== answer) return;
      pending = null;
      document.getElementById('dialog-layer').replaceChildren();
      setInert(false);
      before?.focus?.();
      resolve(yes);
    };
    pending = answer;
    const yesClass = style === 'danger' ? 'button button-danger' : 'button button-primary';
    const yes = makeButton(
      yesClass,
      readPlain(confirm) || 'Yes',
      () => answer(true),
      'confirm-yes',
    );
    const no = makeButton('button', readPlain(deny) || 'Cancel', () => answer(false), 'confirm-no');
    const card = h(
      'div',
      {
        class: 'dialog',
        role: 'alertdialog',
        'aria-modal': 'true',
        'aria-labelledby': titleId,
        'data-testid': 'confirm',
      },
      h('h2', { id: titleId }, readPlain(title)),
      h('div', { class: 'dialog-text' }, typeof text === 'string' ? text : showText(text)),
      h('div', { class: 'dialog-foot' }, no, yes),
    );
    document.getElementById('dialog-layer').replaceChildren(h('div', { class: 'shade' }, card));
    setInert(true);
    yes.focus();
  });
}

export function cancelConfirm() {
  if (!pending) return false;
  pending(false);
  return true;
}

function makeButton(className, text, onClick, testId) {
  return h(
    'button',
    { type: 'button', class: className, 'data-testid': testId, on: { click: onClick } },
    text,
  );
}

function setInert(inert) {
  const modalOpen = document.getElementById('modal-layer').childElementCount > 0;
  document.getElementById('app').inert = inert || modalOpen;
  document.getElementById('modal-layer').inert = inert;
}
