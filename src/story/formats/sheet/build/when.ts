import { parseInterval } from '../../../../time/parse-interval.ts';
import { isFlaw } from '../../../../time/flaw.ts';
import { textOf } from '../values/cell.ts';
import { say } from '../values/report.ts';
import type { Report, Where } from '../values/report.ts';
import { monthOf } from '../values/month-names.ts';
import { isOpenEnd, ordersIn, readClock, readDate } from '../values/dates.ts';
import type { DayOrders } from '../values/dates.ts';
import type { Reader } from '../table/reader.ts';
import type { Row } from '../table/table.ts';
import type { Context } from './context.ts';

/** The order of day and month in a sheet's columns: the author's, else what a date with a day above 12 shows. */
export function orderOf(reader: Reader, fields: readonly string[], context: Context): DayOrders {
  const { dayOrder, report } = context;
  if (dayOrder !== null) return { slashes: dayOrder, dots: dayOrder };
  const cells = fields.flatMap((field) => reader.table.rows.map((row) => reader.cell(row, field)));
  const orders = ordersIn(cells);
  if (orders.slashes === 'month-first' || orders.dots === 'month-first') {
    const message = 'is read with the month first: a day above 12 stands second in it.';
    report.note(
      {
        sheet: reader.table.name,
        column: reader.table.columns.find(({ field }) => field === fields[0])?.heading ?? 'date',
      },
      message,
    );
  }
  return orders;
}

/** The date of a row, with the year of another cell if it has none itself: “12 June” beside 2018. */
function startIn(reader: Reader, row: Row, order: DayOrders, report: Report): string | null {
  const [cell, year] = [reader.cell(row, 'date'), reader.raw(row, 'year').trim()];
  if (year === '') return dateIn(reader, row, 'date', order, report);
  if (cell === null) return dateIn(reader, row, 'year', order, report);
  const isWhole = readDate(cell, order).ok;
  const joined = [`${textOf(cell)} ${year}`, `${textOf(cell)}/${year}`]
    .map((text) => readDate(text, order))
    .find(({ ok }) => ok);
  if (!isWhole && joined?.ok) return joined.date;
  const date = dateIn(reader, row, 'date', order, report);
  if (date !== null && !date.startsWith(year))
    report.note(reader.at(row, 'year'), `is not read: the date is ${date}.`, 'year');
  return date;
}

/** A date of a row in EDTF; null if there is none or it has faults. */
export function dateIn(
  reader: Reader,
  row: Row,
  field: string,
  order: DayOrders,
  report: Report,
): string | null {
  const cell = reader.cell(row, field);
  if (cell === null) return null;
  const reading = readDate(cell, order);
  if (!reading.ok) {
    report.fault(reader.at(row, field), reading.message);
    return null;
  }
  if (reading.note !== undefined)
    report.note(reader.at(row, field), reading.note, 'serial numbers');
  return reading.date;
}

const pad = (number: string): string => number.padStart(2, '0');

/** A year, also one that is not certain, with the month and day of other cells, if the sheet has columns of these. */
function withParts(
  date: string,
  reader: Reader,
  row: Row,
  [month, day]: readonly [month: string, day: string],
  report: Report,
): string | null {
  const [written, number] = [reader.raw(row, month).trim(), reader.raw(row, day).trim()];
  if (written === '' && number === '') return date;
  const field = number === '' ? month : day;
  const numbers = [String(monthOf(written) ?? written), number].filter((part) => part !== '');
  const parts = numbers.map((part) => pad(part.replace(/\.$/, ''))).join('-');
  const [, year, doubt = ''] = /^(\d{4})([~?%]?)$/.exec(date) ?? [];
  if (year === undefined) {
    const own = written === '' ? `${date.slice(0, 7)}-${parts}` : `${date.slice(0, 4)}-${parts}`;
    if (!date.startsWith(own))
      report.note(reader.at(row, field), `is not read: ${say(date)} is no year.`);
    return date;
  }
  if (written === '') {
    report.fault(reader.at(row, day), 'has a day without a month. Write the month, or no day.');
    return null;
  }
  const reading = readDate(`${year}-${parts}${doubt}`, null);
  if (reading.ok) return reading.date;
  report.fault(reader.at(row, field), reading.message);
  return null;
}

/** A day with the time of another cell. */
function withClock(date: string, reader: Reader, row: Row, report: Report): string | null {
  const cell = reader.cell(row, 'time');
  if (cell === null) return date;
  const clock = readClock(cell);
  if (clock === null) {
    report.fault(reader.at(row, 'time'), 'is not a time. Write one such as 09:04.');
    return null;
  }
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return `${date}${clock}`;
  if (!date.includes(clock)) {
    const message = `is not read: ${say(date)} is no single day without a time.`;
    report.note(reader.at(row, 'time'), message, 'time');
  }
  return date;
}

/** `2018-06-12` and `2018-06-14` as an interval. Both of a date with its own end and an end are a fault. */
function joined(start: string, end: string, where: Where, report: Report): string | null {
  if (start === end) return start;
  if (!start.includes('/') && !end.includes('/')) return `${start}/${end}`;
  report.fault(where, 'ends a date that has an end already. Remove one of the two.');
  return null;
}

/** When the event of a row was, in EDTF; null if there are faults. The zone tells whether the clocks had that time. */
export function whenOf(
  reader: Reader,
  row: Row,
  zone: string,
  order: DayOrders,
  report: Report,
): string | null {
  if (reader.cell(row, 'date') === null && reader.cell(row, 'year') === null) {
    report.fault(reader.at(row, 'date'), 'is empty. Write a date, such as 2018-06-12.');
    return null;
  }
  const written = startIn(reader, row, order, report);
  const day = written && withParts(written, reader, row, ['month', 'day'], report);
  const start = day === null ? null : withClock(day, reader, row, report);
  const last = reader.cell(row, 'end');
  const lastDate = isOpenEnd(last) ? '..' : dateIn(reader, row, 'end', order, report);
  const end = lastDate && withParts(lastDate, reader, row, ['end month', 'end day'], report);
  if (start === null || (last !== null && end === null)) return null;
  const when = end === null ? start : joined(start, end, reader.at(row, 'end'), report);
  if (when === null) return null;
  const interval = /[T/]/.test(when) ? parseInterval(when, zone) : null;
  if (!isFlaw(interval)) return when;
  report.fault(reader.at(row, end === null ? 'date' : 'end'), interval.message);
  return null;
}
