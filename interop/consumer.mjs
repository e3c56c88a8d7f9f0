// A consumer of the gateway: leases the numbers that the peers send to, and later compares what
// arrived with what each peer says it sent.
//
//   node consumer.mjs lease FOLDER OPS HTTP     writes FOLDER/leases.json
//   node consumer.mjs check FOLDER OPS HTTP     prints a line for each fact; fails if one does not hold
//
// FOLDER holds ops.key, numbers.json ({"PEER": "DIGITS"}) and PEER.sent, a JSON object a line:
// {"fact": "...", "content": "..."}.
import { readFileSync, writeFileSync } from 'node:fs';

const [command, folder, ops, http] = process.argv.slice(2);
const PATIENCE_MS = 20_000;

async function request(url, key, method = 'GET', body = undefined, type = 'application/json') {
  const headers = { authorization: `Bearer ${key}` };
  if (body !== undefined) headers['content-type'] = type;
  const answer = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

async function lease() {
  const opsKey = readFileSync(`${folder}/ops.key`, 'utf8').trim();
  const numbers = JSON.parse(readFileSync(`${folder}/numbers.json`, 'utf8'));
  const rows = Object.entries(numbers).map(
    ([peer, number]) => `+${number},ZZ,${number.length < 7 ? 'short_code' : 'mobile'},sandbox,${peer},C-1,L-1,2026-01-01,interop`);
  const columns =
    'msisdn,country,lineType,environment,carrier,contractRef,licenceRef,acquiredOn,usagePolicy';
  await request(`${ops}/ops/v1/numbers`, opsKey, 'POST', [columns, ...rows, ''].join('\n'), 'text/csv');
  const tenant = await request(`${ops}/ops/v1/tenants`, opsKey, 'POST',
    JSON.stringify({ name: 'Interop', environment: 'sandbox' }));
  const { key } = await request(`${ops}/ops/v1/tenants/${tenant.id}/principals`, opsKey, 'POST',
    JSON.stringify({ name: 'interop' }));
  const leases = {};
  for (const [peer, number] of Object.entries(numbers)) {
    const made = await request(`${http}/v1/leases`, key, 'POST',
      JSON.stringify({ number: `+${number}`, ttl: '1h', purpose: 'qa_testing' }));
    leases[peer] = { id: made.lease.id, cursor: made.cursor };
  }
  writeFileSync(`${folder}/leases.json`, JSON.stringify({ key, leases }), { mode: 0o600 });
}

async function messages(key, { id, cursor }) {
  const all = [];
  for (let after = cursor; ;) {
    const page = await request(`${http}/v1/leases/${id}/messages?limit=100&after=${after}`, key);
    if (page.messages.length === 0) return all;
    all.push(...page.messages);
    after = page.cursor;
  }
}

async function arrived(key, leased, count) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await messages(key, leased);
    if (found.length >= count || Date.now() > deadline) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

let failed = 0;
function tell(holds, peer, fact, why = '') {
  if (!holds) failed++;
  console.log(`${holds ? 'PASS' : 'FAIL'}  ${peer}: ${fact}${holds || !why ? '' : `, ${why}`}`);
}

// One line for each fact, however many messages show it.
function compare(peer, sent, found) {
  const left = found.map((message) => message.content);
  const missing = new Map();
  for (const { fact, content } of sent) {
    const place = left.indexOf(content);
    missing.set(fact, missing.get(fact) ?? []);
    if (place >= 0) left.splice(place, 1);
    else missing.get(fact).push(content);
  }
  for (const [fact, contents] of missing) {
    tell(contents.length === 0, peer, `${fact}: arrives as sent`,
      `${contents.length} missing, such as ${JSON.stringify(contents[0])}`);
  }
  tell(left.length === 0, peer, `nothing else arrives`,
    `${left.length} more, such as ${JSON.stringify(left[0])}`);
}

async function check() {
  const { key, leases } = JSON.parse(readFileSync(`${folder}/leases.json`, 'utf8'));
  for (const [peer, leased] of Object.entries(leases)) {
    const lines = readFileSync(`${folder}/${peer}.sent`, 'utf8').split('\n').filter(Boolean);
    const sent = lines.map((line) => JSON.parse(line));
    tell(sent.length > 0, peer, 'sends messages');
    compare(peer, sent, await arrived(key, leased, sent.length));
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

await (command === 'lease' ? lease() : check());
