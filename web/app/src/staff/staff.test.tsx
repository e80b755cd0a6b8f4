import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { barriers } from '../test/engine.ts';
import { FakeServer, STAFF, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const WORKER = { ...STAFF[0], username: 'gulalai.peshawar', supervisorId: 's3', certificate: { level: 1, validTo: '2020-01-31', current: false, endsSoon: false } };
const SUPERVISOR = { staffId: 's3', username: 'saeed.peshawar', displayName: 'Saeed Khalil', roles: ['supervisor'], unitId: 'unit-1', active: true };
const LEFT = { staffId: 's4', username: 'hina.auditor', displayName: 'Hina Shah', roles: ['auditor'], active: false };
const ONE = 'GET /api/identity/v1/staff/s1';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('commission-admin', { staffId: 'admin' })
    .on('GET /api/identity/v1/staff', { body: { items: [WORKER, SUPERVISOR, LEFT] } })
    .on(ONE, { body: WORKER, headers: { etag: '"v1"' } })
    .on('GET /api/identity/v1/staff/s3', { body: SUPERVISOR, headers: { etag: '"v1"' } })
    .on('GET /api/identity/v1/staff/s1/certificates', { body: { items: [] } });
});

describe('the list of staff', () => {
  it('says who can sign in and whose certificate counts, by unit and by how the user name begins', async () => {
    server
      .on('GET /api/identity/v1/staff?limit=25', { body: { items: [WORKER, LEFT] }, headers: { link: '</v1/staff?cursor=c2>; rel="next"' } })
      .on('GET /api/identity/v1/staff?limit=25&cursor=c2', {
        body: { items: [SUPERVISOR, { ...SUPERVISOR, staffId: 's5', certificate: { level: 3, validTo: '2030-01-31', current: true, endsSoon: true } }] },
      });
    const { user } = await open('/staff');
    const rows = await screen.findAllByTestId('staff-row');
    expect(rows[0]).toHaveTextContent('Gulalai Khan');
    expect(rows[0]).toHaveTextContent('Level 1, Foundational Lapsed');
    expect(rows[1]).toHaveTextContent('ProvinceNot neededCannot sign in');
    await user.click(screen.getByTestId('next-page'));
    await waitFor(() => expect(screen.getAllByTestId('staff-row')[2]).toHaveTextContent('None: may own no case'));
    expect(screen.getAllByTestId('staff-row')[3]).toHaveTextContent('Level 3, Advanced Lapses soon 31 January 2030');

    await user.selectOptions(screen.getByLabelText('Unit'), 'unit-1');
    await user.type(screen.getByLabelText('User name begins with'), 'Gul');
    await waitFor(() => expect(server.asked.at(-1)?.path).toBe('/api/identity/v1/staff?limit=25&unitId=unit-1&username=gul'));
    await user.click(screen.getByLabelText(/^Only who needs a certificate/));
    await waitFor(() => expect(server.asked.at(-1)?.path).toBe('/api/identity/v1/staff?limit=25&unitId=unit-1&username=gul&certificate=due'));
    const asked = server.asked.length;
    await user.type(screen.getByLabelText('User name begins with'), '%');
    expect(screen.getByText(/^Small Latin letters/)).toBeVisible();
    expect(server.asked.slice(asked).filter((one) => one.path.includes('%'))).toEqual([]);
  });
});

describe('somebody new', () => {
  it('is enrolled with roles that go together, and what the directory refuses is said', async () => {
    server.on('POST /api/identity/v1/staff', problem(409, 'username-taken'));
    const { user } = await open('/staff?unit=unit-1');
    await user.click(await screen.findByTestId('enrol'));
    await user.type(screen.getByLabelText(/^Given name/), 'Palwasha');
    await user.type(screen.getByLabelText(/^Family name/), 'Tordherzai');
    await user.type(screen.getByLabelText(/^User name \*|^User name$/), 'palwasha.peshawar');
    await user.click(screen.getByTestId('send-enrol'));
    expect(server.changes()).toEqual([]);
    expect(screen.queryByLabelText('Auditor')).toBeNull();
    await user.click(screen.getByLabelText('Social worker'));
    await user.selectOptions(await screen.findByLabelText('Supervised by'), await screen.findByRole('option', { name: 'Saeed Khalil' }));
    await user.click(screen.getByTestId('send-enrol'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Somebody has this user name');

    server.on('POST /api/identity/v1/staff', { status: 201, body: WORKER });
    await user.click(screen.getByTestId('send-enrol'));
    expect(within(await screen.findByTestId('enrolled')).getByRole('link')).toHaveAttribute('href', '/staff/s1');
    expect(server.changes()[1]?.body).toEqual({
      username: 'palwasha.peshawar',
      givenName: 'Palwasha',
      familyName: 'Tordherzai',
      roles: ['social-worker'],
      unitId: 'unit-1',
      supervisorId: 's3',
    });
  });
});

describe('a member of staff', () => {
  it('gets a password that is shown once, and leaves in the version that was seen', async () => {
    server
      .on('POST /api/identity/v1/staff/s1/temporary-password', problem(401, 'step-up-required'))
      .on('POST /api/identity/v1/staff/s1/deactivation', problem(412, 'stale'));
    const { user } = await open('/staff/s1');
    await user.click(await screen.findByTestId('issue-password'));
    expect(await screen.findByTestId('confirm-notice')).toBeVisible();
    server.on('POST /api/identity/v1/staff/s1/temporary-password', { body: { temporaryPassword: 'abcd2345' } });
    await user.click(screen.getByTestId('lost-phone'));
    expect(await screen.findByTestId('password')).toHaveTextContent('abcd2345');
    expect(server.changes()[1]?.body).toEqual({ alsoSecondFactor: true });

    await user.click(screen.getByTestId('deactivate'));
    expect(server.changes()).toHaveLength(2);
    await user.click(screen.getByTestId('confirm-deactivate'));
    await waitFor(() => expect(screen.getByTestId('problem')).toHaveAttribute('data-code', 'stale'));
    expect(server.changes()[2]?.headers.get('If-Match')).toBe('"v1"');
  });

  it('gets another assignment; whoever was quicker is seen beside it', async () => {
    let version = 1;
    server
      .on(ONE, () => ({ body: version === 1 ? WORKER : { ...WORKER, roles: ['psychologist'] }, headers: { etag: `"v${version}"` } }))
      .on('PUT /api/identity/v1/staff/s1/assignment', ({ headers }) => {
        version = 2;
        return headers.get('If-Match') === '"v2"' ? { body: WORKER } : problem(412, 'stale');
      });
    const { user } = await open('/staff/s1');
    expect(await within(await screen.findByTestId('assignment')).findByText('Saeed Khalil')).toBeVisible();
    await user.click(screen.getByTestId('change-assignment'));
    await user.click(screen.getByTestId('award'));
    expect(await barriers()).toEqual([]);
    await user.click(screen.getByLabelText('Child protection officer'));
    await user.click(screen.getByTestId('send-assignment'));
    const conflict = await screen.findByTestId('conflict-field');
    expect(conflict).toHaveTextContent('Child protection officer, Social worker');
    expect(conflict).toHaveTextContent('Psychologist');
    await user.click(within(conflict).getByLabelText('What you typed'));
    await user.click(screen.getByTestId('settle-conflict'));
    await user.click(screen.getByTestId('send-assignment'));
    expect(await screen.findByTestId('change-assignment')).toBeVisible();
    expect(server.changes()[1]?.body).toEqual({ roles: ['protection-officer', 'social-worker'], unitId: 'unit-1', supervisorId: 's3' });
  });

  it('whose name was misspelt gets the right one; what somebody else wrote meanwhile is seen first', async () => {
    let version = 1;
    server
      .on(ONE, () => ({ body: version === 1 ? WORKER : { ...WORKER, displayName: 'Gulalay Khan' }, headers: { etag: `"v${version}"` } }))
      .on('PUT /api/identity/v1/staff/s1/name', ({ headers }) => {
        version = 2;
        return headers.get('If-Match') === '"v2"' ? { body: WORKER } : problem(412, 'stale');
      });
    const { user } = await open('/staff/s1');
    await user.click(await screen.findByTestId('correct-name'));
    await user.type(screen.getByLabelText(/^Given name/), 'Gulalai ');
    await user.click(screen.getByTestId('send-name'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/^Family name/), 'Yousafzai');
    await user.click(screen.getByTestId('send-name'));
    expect(await screen.findByTestId('both-versions')).toHaveTextContent('Gulalai YousafzaiWhat was saved meanwhileGulalay Khan');
    await user.click(screen.getByTestId('keep-mine'));
    await user.click(screen.getByTestId('send-name'));
    expect(await screen.findByTestId('correct-name')).toBeVisible();
    expect(server.changes()[1]?.body).toEqual({ givenName: 'Gulalai', familyName: 'Yousafzai' });
  });

  it('gets a certificate for the usual time, and none that ends before it begins', async () => {
    server.on('POST /api/identity/v1/staff/s1/certificates', { status: 201, body: {} });
    const { user } = await open('/staff/s1');
    await user.click(await screen.findByTestId('award'));
    await user.type(screen.getByLabelText(/^Number on it/), 'L1-2026-9');
    await user.type(screen.getByLabelText(/^Who awarded it/), 'KPCPWC');
    await user.type(screen.getByLabelText(/^First day/), '2026-03-01');
    expect(screen.getByLabelText(/^Last day/)).toHaveValue('2028-02-29');
    await user.clear(screen.getByLabelText(/^Last day/));
    await user.type(screen.getByLabelText(/^Last day/), '2026-02-28');
    await user.click(screen.getByTestId('send-award'));
    expect(server.changes()).toEqual([]);
    await user.clear(screen.getByLabelText(/^Last day/));
    await user.type(screen.getByLabelText(/^Last day/), '2028-02-29');
    await user.click(screen.getByTestId('send-award'));
    expect(await screen.findByText(/^Recorded\./)).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({ level: 1, number: 'L1-2026-9', issuer: 'KPCPWC', issuedOn: '2026-03-01', validTo: '2028-02-29' });
  });

  it('who left is let in again, and given no password before', async () => {
    server
      .on(ONE, { body: { ...WORKER, active: false }, headers: { etag: '"v7"' } })
      .on('POST /api/identity/v1/staff/s1/reactivation', () => {
        server.on(ONE, { body: WORKER, headers: { etag: '"v8"' } });
        return { body: WORKER };
      });
    const { user } = await open('/staff/s1');
    const back = await screen.findByTestId('reactivate');
    expect(screen.queryByTestId('issue-password')).toBeNull();
    await user.click(back);
    expect(await screen.findByTestId('issue-password')).toBeVisible();
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v7"');
  });

  it('changes nothing of their own entry', async () => {
    server.as('commission-admin', { staffId: 's1' });
    await open('/staff/s1');
    expect(await screen.findByTestId('own-entry')).toBeVisible();
    await screen.findByTestId('certificates');
    for (const act of ['correct-name', 'issue-password', 'deactivate', 'change-assignment', 'award']) expect(screen.queryByTestId(act)).toBeNull();
  });
});
