import { listenToChanges } from './api.js';
import { app, onSnapshot, redraw, refresh, start } from './app.js';
import { drawClockBar, showConnection } from './clock-bar.js';
import { drawConversation } from './conversation.js';
import { cancelConfirm } from './dialog.js';
import { drawDrawer, isDrawerOpen } from './drawer.js';
import { closeTopModal, drawModal } from './modal.js';
import { closeOrphanPopover, closePopover } from './popover.js';
import { drawSidebar, toggleSidebar } from './sidebar.js';
import { loadTraffic } from './traffic.js';

onSnapshot(drawClockBar);
onSnapshot(drawSidebar);
onSnapshot(drawConversation);
onSnapshot(drawModal);
onSnapshot(drawDrawer);
onSnapshot(closeOrphanPopover);
onSnapshot(nameTab);

/** Esc takes away what lies on top, one thing at a time. */
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const closed = cancelConfirm() || closePopover({ focusAnchor: true }) || closeTopModal();
  if (closed) event.preventDefault();
  else toggleSidebar(false);
});

document.addEventListener('visibilitychange', redraw);
window.addEventListener('hashchange', () => void start());
document.getElementById('sidebar-shade').addEventListener('click', () => toggleSidebar(false));

listenToChanges({
  onConnection: showConnection,
  onChange: (change) => {
    if (isDrawerOpen()) void loadTraffic();
    if (change.kind !== 'traffic') void refresh();
  },
});

void start();

function nameTab({ team, conversations }) {
  const unread = conversations.reduce((sum, one) => sum + one.unread, 0);
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${team.name} | Local Slack`;
  document.body.dataset.as = app.as;
}
