const DAY_MS = 86_400_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function format(at, zone, options) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(new Date(at));
}

export function formatTime(at, zone) {
  return format(at, zone, { hour: '2-digit', minute: '2-digit' });
}

/** The calendar day of an instant: `2026-11-17`. */
export function readDay(at, zone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(
    new Date(at),
  );
}

/** The sandbox clock: `Tue 17 Nov 2026, 08:30`. */
export function formatClock(at, zone) {
  return `${formatCalendarDay(readDay(at, zone))}, ${formatTime(at, zone)}`;
}

/** `Berlin time` for `Europe/Berlin`. */
export function nameZone(zone) {
  return zone.includes('/') ? `${zone.split('/').at(-1).replaceAll('_', ' ')} time` : zone;
}

/** `Fri 20 Nov 2026` for `2026-11-20`. */
export function formatCalendarDay(day) {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
  return format(`${day}T12:00:00Z`, 'UTC', options).replace(',', '');
}

/** The divider above the first message of a day: `Today`, `Yesterday`, `Monday, 16 November`. */
export function formatDivider(at, now, zone) {
  const day = readDay(at, zone);
  const today = readDay(now, zone);
  if (day === today) return 'Today';
  if (day === shiftDay(today, -1)) return 'Yesterday';
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };
  const text = format(at, zone, { weekday: 'long', day: 'numeric', month: 'long', ...year });
  return text.includes(',') ? text : text.replace(' ', ', ');
}

export function shiftDay(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Slack's `<!date^…>` tokens, in the viewer's zone; the year is left out within six months, as Slack does. */
export function formatSlackDate({ unix, format: pattern, fallback }, { zone, now }) {
  if (!Number.isFinite(unix)) return fallback;
  const at = unix * 1000;
  const far = Math.abs(at - Date.parse(now)) > 183 * DAY_MS;
  const year = far ? { year: 'numeric' } : {};
  const short = { day: 'numeric', month: 'short', ...year };
  const words = {
    date_num: () => readDay(at, zone),
    date_slash: () => readDay(at, zone).replaceAll('-', '/'),
    date: () => format(at, zone, { day: 'numeric', month: 'long', ...year }),
    date_short: () => format(at, zone, short),
    date_long: () => format(at, zone, { weekday: 'long', day: 'numeric', month: 'long', ...year }),
    time: () => formatTime(at, zone),
    time_secs: () => format(at, zone, { timeStyle: 'medium' }),
    ago: () => formatAgo(at, Date.parse(now)),
  };
  return pattern.replace(/\{(\w+)\}/g, (token, name) => {
    const plain = name.replace('_pretty', '').replace('date_long_full', 'date_long');
    if (name.endsWith('_pretty')) {
      const near = formatDivider(at, now, zone);
      if (near === 'Today' || near === 'Yesterday') return near.toLowerCase();
    }
    return words[plain === 'day_divider' ? 'date_long' : plain]?.() ?? token;
  });
}

function formatAgo(at, now) {
  const minutes = Math.round((at - now) / 60_000);
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 1440) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 1440), 'day');
}

/** A day as a person types it (`2026-11-20`, `20 Nov`, `20.11.2026`, `tomorrow`), or null. */
export function parseDay(text, today) {
  const words = text.trim().toLowerCase();
  if (words === 'today') return today;
  if (words === 'tomorrow') return shiftDay(today, 1);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return makeDay(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(words);
  if (dotted) return makeDay(dotted[3], dotted[2], dotted[1]);
  const named = /^(?:[a-z]{3,9},? )?(\d{1,2})\.? ([a-z]{3})[a-z]*(?:,? (\d{4}))?$/.exec(words);
  if (!named) return null;
  const month = MONTHS.indexOf(named[2]) + 1;
  return month > 0 ? makeDay(named[3] ?? today.slice(0, 4), month, named[1]) : null;
}

function makeDay(year, month, day) {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : text;
}

/** A time as a person types it (`9`, `9:30`, `0930`, `2pm`), as `HH:mm`, or null. */
export function parseTime(text) {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (!found) return null;
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  const half = found[3]?.toLowerCase();
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The weeks of a month, Monday first, as days; `month` is `2026-11`. */
export function listWeeks(month) {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks = [];
  for (let day = shiftDay(first, -weekday); day.slice(0, 7) <= month; day = shiftDay(day, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((offset) => shiftDay(day, offset)));
  }
  return weeks;
}

export function shiftMonth(month, months) {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 7);
}

export function formatMonth(month) {
  return format(`${month}-15T00:00:00Z`, 'UTC', { month: 'long', year: 'numeric' });
}
