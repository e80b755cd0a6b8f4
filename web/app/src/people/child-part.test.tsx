import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import { childRequest, childValues } from './child-values.ts';
import type { KnownChild } from './types.ts';

const CHILD: KnownChild = {
  id: 'child-1',
  names: { given: 'زرغونہ', father: 'شیر خان', script: 'arab', otherScript: { given: 'Zarghuna' } },
  sex: 'female',
  birthYear: 2014,
  ageBasis: 'stated',
  ageYears: 12,
  ageBand: '12-14',
  languages: ['ps'],
  address: 'House 7, Hashtnagri',
  phone: '0300-1234567',
  familyNumber: '17301-7654321-5',
  identity: { kind: 'b-form', number: '17301-1234567-1', doubts: ['other-sex'] },
  disabilities: ['hearing'],
  schooling: { status: 'attending', name: 'Girls School', grade: '4' },
  care: { arrangement: 'kinship', since: '2024-05-01' },
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', {
      body: { ...CASE, warnings: ['person-of-concern-in-household'] },
      headers: { etag: '"v1"' },
    })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/child', { body: CHILD, headers: { etag: '"v3"' } });
});

describe('what is known of the child', () => {
  it('stands in words, with both scripts, the doubts and the warning of the case', async () => {
    await open('/cases/case-1/child');
    const panel = await screen.findByTestId('known-child');
    expect(panel).toHaveTextContent('Zarghuna');
    expect(panel).toHaveTextContent('Hearing');
    expect(panel).toHaveTextContent('Relatives');
    expect(panel).toHaveTextContent('Girls School grade 4');
    expect(panel).toHaveTextContent('0300-1234567');
    expect(panel).toHaveTextContent('17301-7654321-5');
    expect(screen.getByTestId('identity-doubts')).toHaveTextContent('The last digit does not fit the sex.');
    expect(screen.getByTestId('warnings')).toHaveTextContent('A person of concern lives in the household.');
  });

  it('is sent whole under the version that was read', async () => {
    server.on('PUT /api/cases/v1/cases/case-1/child', { body: CHILD, headers: { etag: '"v4"' } });
    const { user } = await open('/cases/case-1/child');
    await user.click(await screen.findByTestId('change-child'));
    const address = screen.getByLabelText('Address');
    await user.clear(address);
    await user.type(address, 'House 9');
    await user.click(screen.getByTestId('save-child'));
    await waitFor(() => expect(server.changes()).toHaveLength(1));
    const [sent] = server.changes();
    expect(sent?.headers.get('If-Match')).toBe('"v3"');
    expect(sent?.body).toMatchObject({
      names: { given: 'زرغونہ', script: 'arab', otherScript: { given: 'Zarghuna' } },
      address: 'House 9',
      birthYear: 2014,
      ageBasis: 'stated',
      disabilities: ['hearing'],
      identity: { kind: 'b-form', number: '17301-1234567-1' },
    });
    expect(await screen.findByTestId('known-child')).toBeVisible();
  });

  it('shows both versions field by field when somebody was quicker, and sends what was chosen', async () => {
    const theirs = { ...CHILD, address: 'House 8', safeContact: 'Through the school' };
    let puts = 0;
    server.on('PUT /api/cases/v1/cases/case-1/child', () => {
      puts += 1;
      return puts === 1 ? problem(412, 'stale') : { body: CHILD, headers: { etag: '"v5"' } };
    });
    const { user } = await open('/cases/case-1/child');
    await user.click(await screen.findByTestId('change-child'));
    await user.clear(screen.getByLabelText('Address'));
    await user.type(screen.getByLabelText('Address'), 'House 9');
    await user.type(screen.getByLabelText('Known as'), 'Guli');
    server.on('GET /api/cases/v1/cases/case-1/child', { body: theirs, headers: { etag: '"v4"' } });
    await user.click(screen.getByTestId('save-child'));
    const conflict = await screen.findByTestId('conflict');
    const of = (name: string) =>
      within(conflict).getAllByTestId('conflict-field').find((one) => one.dataset['name'] === name)!;
    expect(within(conflict).getAllByTestId('conflict-field')).toHaveLength(3);
    expect(of('address')).toHaveTextContent('House 9');
    expect(of('address')).toHaveTextContent('House 8');
    expect(of('address').dataset['changedBy']).toBe('both');
    expect(within(of('safeContact')).getByLabelText(/saved meanwhile/)).toBeChecked();
    expect(within(of('names.knownAs')).getByLabelText(/What you typed/)).toBeChecked();
    expect(screen.getByTestId('settle-conflict')).toBeDisabled();
    await user.click(within(of('address')).getByLabelText(/saved meanwhile/));
    await user.click(screen.getByTestId('settle-conflict'));
    await user.click(screen.getByTestId('save-child'));
    await waitFor(() => expect(server.changes()).toHaveLength(2));
    const sent = server.changes()[1];
    expect(sent?.headers.get('If-Match')).toBe('"v4"');
    expect(sent?.body).toMatchObject({ address: 'House 8', safeContact: 'Through the school', names: { knownAs: 'Guli' } });
  });

  it('is checked before it is sent', async () => {
    const { user } = await open('/cases/case-1/child');
    await user.click(await screen.findByTestId('change-child'));
    await user.clear(screen.getByLabelText(/^Identity number/));
    await user.type(screen.getByLabelText(/^Identity number/), '123');
    await user.click(screen.getByTestId('save-child'));
    expect(server.changes()).toHaveLength(0);
    expect(screen.getByLabelText(/^Identity number/)).toBeInvalid();
  });

  it('goes to the service and back unchanged', () => {
    const sent = childRequest(childValues(CHILD), '2026-11-20T10:00') as Record<string, unknown>;
    expect(sent['languages']).toEqual(['ps']);
    expect(sent['care']).toEqual({ arrangement: 'kinship', since: '2024-05-01' });
    expect(sent['birthDate']).toBeUndefined();
  });
});
