import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const MOTHER = {
  id: 'p1', relation: 'mother', roles: ['caregiver', 'household'], name: 'مور', phone: '0300-0000456', current: true,
  recordedAt: '2026-11-20T09:00:00Z', etag: '"v2"',
};
const STEPFATHER = {
  id: 'p2', relation: 'step-father', roles: ['household', 'person-of-concern'], name: 'Invented Man', current: false,
  validTo: '2026-01-31', recordedAt: '2026-11-20T09:00:00Z', etag: '"v0"',
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/persons', { body: { items: [MOTHER, STEPFATHER] } })
    .on('GET /api/cases/v1/cases/case-1/safe-places', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/links', { body: { items: [] } });
});

describe('the people around a child', () => {
  it('stand with relation, roles and time, those of before apart', async () => {
    await open('/cases/case-1/people', 'ur');
    const persons = await screen.findAllByTestId('person');
    expect(persons.map((one) => one.dataset['relation'])).toEqual(['mother', 'step-father']);
    expect(persons[0]).toHaveTextContent('والدہ');
    expect(persons[0]?.querySelector('bdi[dir="auto"]')).toHaveTextContent('مور');
    expect(within(persons[0]!).getByText('0300-0000456').closest('bdi')).toHaveAttribute('dir', 'ltr');
    expect(screen.getByRole('heading', { name: 'پہلے' })).toBeVisible();
  });

  it('are added once however often the button is pressed', async () => {
    server.on('POST /api/cases/v1/cases/case-1/persons', { status: 201, body: MOTHER });
    const { user } = await open('/cases/case-1/people');
    await user.click(await screen.findByTestId('add-person'));
    const form = screen.getByTestId('person-form');
    await user.type(within(form).getByLabelText(/^Name/), 'Aunt A.');
    await user.selectOptions(within(form).getByLabelText(/^Relation/), 'aunt');
    await user.click(within(form).getByLabelText(/^Safe adult/));
    await user.dblClick(screen.getByTestId('save-person'));
    await waitFor(() => expect(screen.queryByTestId('person-form')).toBeNull());
    expect(server.changes()).toHaveLength(1);
    expect(server.changes()[0]?.body).toMatchObject({ name: 'Aunt A.', relation: 'aunt', roles: ['safe-adult'] });
    expect(server.changes()[0]?.headers.get('Idempotency-Key')).toMatch(/-/);
  });

  it('are never both feared and safe', async () => {
    const { user } = await open('/cases/case-1/people');
    await user.click(await screen.findByTestId('add-person'));
    const form = screen.getByTestId('person-form');
    await user.type(within(form).getByLabelText(/^Name/), 'Uncle');
    await user.selectOptions(within(form).getByLabelText(/^Relation/), 'uncle');
    await user.click(within(form).getByLabelText(/^Safe adult/));
    await user.click(within(form).getByLabelText(/^Person of concern/));
    await user.click(screen.getByTestId('save-person'));
    expect(await screen.findByText('A person of concern cannot be a safe adult.')).toBeVisible();
    expect(server.changes()).toHaveLength(0);
  });

  it('keep what was typed when somebody was quicker', async () => {
    server
      .on('PUT /api/cases/v1/cases/case-1/persons/p1', problem(412, 'stale'))
      .on('GET /api/cases/v1/cases/case-1/persons/p1', { body: { ...MOTHER, phone: '0301-1111111' }, headers: { etag: '"v3"' } });
    const { user } = await open('/cases/case-1/people');
    await user.click((await screen.findAllByTestId('change-person'))[0]!);
    await user.type(screen.getByLabelText(/^Note/), 'Comes by bus.');
    await user.click(screen.getByTestId('save-person'));
    const conflict = await screen.findByTestId('conflict');
    expect(within(conflict).getAllByTestId('conflict-field').map((one) => one.dataset['name'])).toEqual(['phone', 'note']);
    expect(screen.getByRole('textbox', { name: /^Note/ })).toHaveValue('Comes by bus.');
  });
});

describe('connected cases', () => {
  it('say of another unit’s case its number only', async () => {
    server.on('GET /api/cases/v1/cases/case-1/links', {
      body: {
        items: [
          { id: 'l1', kind: 'sibling', otherCaseNumber: 'KP-2026-000007', withinReach: true, otherCaseId: 'case-7', otherName: 'Zmarak', happenedAt: '2026-11-20T09:00:00Z', recordedAt: '2026-11-20T09:00:00Z', etag: '"v0"' },
          { id: 'l2', kind: 'co-victim', otherCaseNumber: 'KP-2026-000008', withinReach: false, happenedAt: '2026-11-20T09:00:00Z', recordedAt: '2026-11-20T09:00:00Z', etag: '"v0"' },
        ],
      },
    });
    await open('/cases/case-1/people');
    const [near, far] = await screen.findAllByTestId('link');
    expect(within(near!).getByRole('link')).toHaveAttribute('href', '/cases/case-7');
    expect(within(far!).queryByRole('link')).toBeNull();
    expect(far).toHaveTextContent('with another unit');
  });

  it('are connected by number and disconnected after a second question', async () => {
    server.on('POST /api/cases/v1/cases/case-1/links', problem(422, 'case-number-unknown'));
    const { user } = await open('/cases/case-1/people');
    await user.click(await screen.findByTestId('add-link'));
    await user.type(screen.getByLabelText(/^Number of the other case/), 'kp-2026-000009');
    await user.click(screen.getByTestId('save-link'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('No case has this number.');
    expect(server.changes()[0]?.body).toMatchObject({ otherCaseNumber: 'KP-2026-000009', kind: 'sibling' });
  });
});
