// A carrier made with the npm package "smpp" in server mode. Its alphabet "ASCII" is GSM 7-bit,
// which it sends under data_coding 1.
//
//   node node-smpp.js PORT NUMBER FOLDER
//
// Writes FOLDER/node-smpp.sent (what must arrive) and FOLDER/node-smpp.facts (PASS and FAIL lines),
// then serves on until it is ended.
const { appendFileSync, writeFileSync } = require('node:fs');
const smpp = require('smpp');

const [port, number, folder] = process.argv.slice(2);
const NAME = 'node-smpp';
const ANSWER_MS = 10_000;
const ALLOWED = new Set(['bind_receiver', 'bind_transceiver', 'enquire_link', 'enquire_link_resp',
  'deliver_sm_resp', 'data_sm_resp', 'unbind', 'unbind_resp', 'generic_nack']);

const FROM = { source_addr_ton: 5, source_addr_npi: 0, source_addr: 'Acme Shop' };
const TO = { dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: number };
const LONG = 'Part by part, in order or not: '.repeat(12) + 'your code is 640127';

function note(holds, fact, why) {
  const reason = holds ? '' : `, ${why}`;
  appendFileSync(`${folder}/${NAME}.facts`, `${holds ? 'PASS' : 'FAIL'}  ${NAME}: ${fact}${reason}\n`);
}

function sent(fact, content) {
  appendFileSync(`${folder}/${NAME}.sent`, JSON.stringify({ fact, content }) + '\n');
}

function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function ask(session, command, options) {
  const answer = new Promise((resolve) => session[command](options, resolve));
  return Promise.race([answer, wait(ANSWER_MS).then(() => null)]);
}

async function message(session, command, fields) {
  const answer = await ask(session, command, { ...FROM, ...TO, ...fields });
  if (answer === null) throw new Error(`${command} has no answer`);
  if (answer.command !== `${command}_resp` || answer.command_status !== 0) {
    throw new Error(`${command} is answered ${answer.command} ${answer.command_status}`);
  }
}

function cut(octets, size) {
  const parts = [];
  for (let at = 0; at < octets.length; at += size) parts.push(octets.subarray(at, at + size));
  return parts;
}

function ucs2(text) {
  return Buffer.from(text, 'utf16le').swap16();
}

function udh8(reference, total, part) {
  return Buffer.from([5, 0, 3, reference, total, part]);
}

function udh16(reference, total, part) {
  return Buffer.from([6, 8, 4, reference >> 8, reference & 0xff, total, part]);
}

// Each fact: what it is called, what must arrive (or null), and how it is sent.
const FACTS = [
  ['GSM 7-bit under data_coding 1', 'Code 482913 costs £ 5 or € 6: @ $ é [ ~ ]',
    (s, text) => message(s, 'deliver_sm', { data_coding: 1, short_message: text })],
  ['GSM 7-bit under data_coding 0', 'Your Acme code is 300417 äöü',
    (s, text) => message(s, 'deliver_sm', { data_coding: 0, short_message: text })],
  ['UCS-2', 'Ваш код: 573201 🙂',
    (s, text) => message(s, 'deliver_sm', { data_coding: 8, short_message: text })],
  ['Latin-1', 'Votre code à usage unique: 611904 ÿ',
    (s, text) => message(s, 'deliver_sm', { data_coding: 3, short_message: text })],
  ['three parts by UDH with 8-bit reference, the last first', LONG, async (s, text) => {
    const parts = cut(Buffer.from(text, 'latin1'), 150).map((part) => part.toString('latin1'));
    for (let i = parts.length; i > 0; i--) {
      await message(s, 'deliver_sm', {
        data_coding: 1, short_message: { udh: udh8(17, parts.length, i), message: parts[i - 1] } });
    }
  }],
  ['parts by UDH with 16-bit reference that tear a surrogate pair', '🙂'.repeat(60) + ' код 902144',
    async (s, text) => {
      const parts = cut(ucs2(text), 130);
      for (let i = 1; i <= parts.length; i++) {
        await message(s, 'deliver_sm', {
          data_coding: 8,
          short_message: { udh: udh16(40_000, parts.length, i), message: parts[i - 1] } });
      }
    }],
  ['parts by sar_* TLVs', 'By SAR: ' + LONG, async (s, text) => {
    const parts = cut(Buffer.from(text, 'latin1'), 140).map((part) => part.toString('latin1'));
    for (let i = 1; i <= parts.length; i++) {
      await message(s, 'deliver_sm', {
        data_coding: 1, short_message: parts[i - 1], sar_msg_ref_num: 911,
        sar_total_segments: parts.length, sar_segment_seqnum: i });
    }
  }],
  ['message_payload', 'By payload: ' + LONG.repeat(3),
    (s, text) => message(s, 'deliver_sm', {
      data_coding: 1, short_message: '', message_payload: { message: text } })],
  ['data_sm', 'By data_sm: code 117342',
    (s, text) => message(s, 'data_sm', { data_coding: 1, message_payload: { message: text } })],
  ['a final delivery receipt is acknowledged and not shown', null,
    (s) => message(s, 'deliver_sm', {
      esm_class: 4, data_coding: 0, receipted_message_id: 'a1b2', message_state: 2,
      short_message: 'id:a1b2 sub:001 dlvrd:001 submit date:2601010000 done date:2601010001'
        + ' stat:DELIVRD err:000 text:' })],
  ['an intermediate notification is acknowledged and not shown', null,
    (s) => message(s, 'deliver_sm', {
      esm_class: 0x20, data_coding: 0, short_message: 'id:a1b2 stat:ENROUTE err:000' })],
];

async function facts(session) {
  for (const [fact, content, send] of FACTS) {
    try {
      await send(session, content);
      if (content === null) note(true, fact);
      else sent(fact, content);
    } catch (failure) {
      note(false, fact, failure.message);
    }
  }
}

async function atOnce(session) {
  const texts = Array.from({ length: 50 }, (_, i) => `One of fifty at once, code ${700_100 + i}`);
  const answers = texts.map((text) =>
    message(session, 'deliver_sm', { data_coding: 1, short_message: text }));
  const failures = (await Promise.allSettled(answers)).filter((each) => each.status === 'rejected');
  note(failures.length === 0, 'fifty deliver_sm at once are all answered',
    `${failures.length} are not`);
  texts.forEach((text) => sent('fifty deliver_sm at once', text));
}

async function links(session, seen) {
  const answer = await ask(session, 'enquire_link', {});
  note(answer?.command === 'enquire_link_resp', 'enquire_link is answered', 'it is not');
  for (let i = 0; i < 100 && !seen.has('enquire_link'); i++) await wait(100);
  note(seen.has('enquire_link'), 'the gateway sends enquire_link by itself', 'none in 10 s');
}

async function unasked(session, answers) {
  const before = answers.length;
  session.alert_notification({ source_addr: '1', esme_addr: '2' });
  session.send(new smpp.PDU('enquire_link_resp', { sequence_number: 77_777 }));
  const answer = await ask(session, 'enquire_link', {});
  note(answer !== null && answers.length === before + 1,
    'alert_notification and a response that nobody asked for get no answer',
    `${answers.length - before} answers instead of one`);
}

async function submit(session) {
  const answer = await ask(session, 'query_sm', { message_id: 'a1b2' });
  note(answer?.command === 'generic_nack' && answer.command_status === smpp.ESME_RINVCMDID,
    'a request that is not ours to answer gets generic_nack ESME_RINVCMDID',
    `it gets ${answer?.command} ${answer?.command_status}`);
}

let binds = 0;
let boundAgain = null;

async function first(session, seen, answers) {
  await facts(session);
  await atOnce(session);
  await links(session, seen);
  await unasked(session, answers);
  await submit(session);
  const again = new Promise((resolve) => (boundAgain = resolve));
  const answer = await ask(session, 'unbind', {});
  note(answer?.command === 'unbind_resp', 'unbind is answered', 'it is not');
  session.close();
  const next = await Promise.race([again, wait(20_000).then(() => null)]);
  note(next !== null, 'the gateway binds again after unbind', 'not in 20 s');
  if (next !== null) {
    const text = 'After a second bind: code 808017';
    await message(next, 'deliver_sm', { data_coding: 1, short_message: text });
    sent('a message after unbind and a second bind', text);
  }
  writeFileSync(`${folder}/${NAME}.done`, 'done\n');
}

function bind(session, pdu, seen, answers) {
  const known = pdu.system_id === 'inlet' && pdu.password === 'interop';
  session.send(pdu.response(
    known ? { system_id: 'node-smpp' } : { command_status: smpp.ESME_RINVPASWD }));
  binds++;
  if (binds === 1) {
    note(known && pdu.interface_version === 0x34,
      `it binds with its account, and interface_version 3.4`, 'it does not');
    first(session, seen, answers).catch((failure) => {
      note(false, 'its part is gone through to the end', failure.message);
      writeFileSync(`${folder}/${NAME}.done`, 'done\n');
    });
  } else {
    boundAgain?.(session);
  }
}

smpp.createServer((session) => {
  const seen = new Set();
  const answers = [];
  session.on('error', () => {});
  session.on('pdu', (pdu) => {
    seen.add(pdu.command);
    if (pdu.isResponse()) answers.push(pdu.command);
    if (!ALLOWED.has(pdu.command)) note(false, 'only allowed PDUs come', `it sent ${pdu.command}`);
    if (pdu.command === 'bind_transceiver') bind(session, pdu, seen, answers);
    if (pdu.command === 'enquire_link' || pdu.command === 'unbind') session.send(pdu.response());
  });
}).listen(Number(port), '127.0.0.1', () => console.log('listening'));
