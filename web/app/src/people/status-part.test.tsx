import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const NOTHING = { next: [], steps: [] };

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/persons', {
      body: { items: [{ id: 'p1', relation: 'aunt', roles: [], name: 'Aunt A.', current: true, recordedAt: '2026-11-20T09:00:00Z', etag: '"v0"' }] },
    })
    .on('GET /api/cases/v1/cases/case-1/nationality', { body: {}, headers: { etag: '"v0"' } })
    .on('GET /api/cases/v1/cases/case-1/separation', { body: NOTHING, headers: { etag: '"v0"' } });
});

describe('nationality and papers', () => {
  it('are not read until somebody asks for them', async () => {
    const { user } = await open('/cases/case-1/status');
    await screen.findByTestId('nationality');
    expect(server.asked.some((one) => one.path.endsWith('/nationality'))).toBe(false);
    server.on('GET /api/cases/v1/cases/case-1/nationality', {
      body: { status: 'afghan-por', neededFor: 'documentation', recordedAt: '2026-11-20T09:00:00Z' },
      headers: { etag: '"v1"' },
    });
    await user.click(screen.getByTestId('show-nationality'));
    expect(await screen.findByText('Afghan, Proof of Registration')).toBeVisible();
    await user.click(screen.getByTestId('hide-nationality'));
    expect(screen.queryByText('Afghan, Proof of Registration')).toBeNull();
  });

  it('are not recorded without a need', async () => {
    const { user } = await open('/cases/case-1/status');
    await user.click(await screen.findByTestId('show-nationality'));
    await user.click(await screen.findByTestId('record-nationality'));
    const form = screen.getByTestId('nationality-form');
    await user.selectOptions(within(form).getByLabelText(/^Status/), 'unknown');
    await user.click(screen.getByTestId('save-nationality'));
    expect(server.changes()).toHaveLength(0);
    server.on('PUT /api/cases/v1/cases/case-1/nationality', { body: { status: 'unknown', neededFor: 'legal-aid' }, headers: { etag: '"v1"' } });
    await user.selectOptions(within(form).getByLabelText(/^Needed for/), 'legal-aid');
    await user.click(screen.getByTestId('save-nationality'));
    await waitFor(() => expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v0"'));
  });

  it('say so when they may not be seen', async () => {
    server.on('GET /api/cases/v1/cases/case-1/nationality', problem(403, 'forbidden'));
    const { user } = await open('/cases/case-1/status');
    await user.click(await screen.findByTestId('show-nationality'));
    expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'forbidden');
  });
});

describe('the search for the family', () => {
  const SEPARATED = { status: 'separated', cause: 'disaster', next: ['open'], steps: [] };

  it('offers the steps it may take, and the way to the consent it lacks', async () => {
    server
      .on('GET /api/cases/v1/cases/case-1/separation', { body: SEPARATED, headers: { etag: '"v1"' } })
      .on('POST /api/cases/v1/cases/case-1/tracing-steps', problem(409, 'tracing-consent-missing'));
    const { user } = await open('/cases/case-1/status');
    expect(await screen.findByTestId('tracing')).toHaveTextContent('Not begun');
    expect(screen.queryByTestId('trace-reunified')).toBeNull();
    await user.click(screen.getByTestId('trace-open'));
    await user.click(screen.getByTestId('save-step'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Record the consent to tracing first.');
    expect(within(screen.getByTestId('tracing')).getByRole('link')).toHaveAttribute('href', '/cases/case-1/consents/new?purpose=tracing');
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v1"');
  });

  it('shows both steps where a colleague took one first', async () => {
    server
      .on('GET /api/cases/v1/cases/case-1/separation', { body: SEPARATED, headers: { etag: '"v1"' } })
      .on('POST /api/cases/v1/cases/case-1/tracing-steps', problem(412, 'stale'));
    const { user } = await open('/cases/case-1/status');
    await user.click(await screen.findByTestId('trace-open'));
    await user.type(screen.getByLabelText(/^Note/), 'The uncle is in Swat.');
    const step = { id: 't1', to: 'open', happenedAt: '2026-11-21T08:00:00Z', recordedAt: '2026-11-21T08:00:00Z', note: 'The aunt asked us.' };
    server.on('GET /api/cases/v1/cases/case-1/separation', { body: { ...SEPARATED, tracing: 'open', next: ['located'], steps: [step] }, headers: { etag: '"v2"' } });
    await user.click(screen.getByTestId('save-step'));
    expect(await screen.findByTestId('overtaken')).toHaveTextContent(/The uncle is in Swat\..*The aunt asked us\./);
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });

  it('asks with whom a child was reunified', async () => {
    server
      .on('GET /api/cases/v1/cases/case-1/separation', { body: { ...SEPARATED, tracing: 'verified', next: ['reunified'] }, headers: { etag: '"v4"' } })
      .on('POST /api/cases/v1/cases/case-1/tracing-steps', { status: 201, body: SEPARATED });
    const { user } = await open('/cases/case-1/status', 'ps');
    await user.click(await screen.findByTestId('trace-reunified'));
    await user.click(screen.getByTestId('save-step'));
    expect(server.changes()).toHaveLength(0);
    await user.selectOptions(document.querySelector<HTMLSelectElement>('select[name="personId"]')!, 'p1');
    await user.click(screen.getByTestId('save-step'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ to: 'reunified', personId: 'p1' }));
  });
});
