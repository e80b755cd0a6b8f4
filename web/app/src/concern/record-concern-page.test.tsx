import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem, REPORT } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().as('helpline-operator');
});

async function filledForm() {
  const { user } = await open('/concerns/new');
  await screen.findByRole('option', { name: 'Peshawar' });
  await user.selectOptions(screen.getByLabelText(/^District/), 'peshawar');
  await user.click(screen.getByLabelText('Immediate danger'));
  await user.type(screen.getByLabelText(/^What was said/), 'Beaten every night');
  await user.click(screen.getByLabelText('Physical abuse'));
  return user;
}

describe('recording a concern', () => {
  it('sends the report and says who sees it now', async () => {
    server.on('POST /api/cases/v1/concern-reports', { status: 201, body: REPORT });
    const user = await filledForm();
    await user.click(screen.getByTestId('record'));
    expect(await screen.findByTestId('recorded')).toHaveTextContent('responsible for Peshawar');
    const [sent] = server.changes();
    expect(sent?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent?.body).toMatchObject({ districtCode: 'peshawar', urgency: 'immediate', concerns: ['physical_abuse'], reporter: { kind: 'anonymous' } });
  });

  it('sends nothing while something is missing, and moves to the first such field', async () => {
    const { user } = await open('/concerns/new');
    await user.click(await screen.findByTestId('record'));
    expect(screen.getAllByText('This is needed').length).toBeGreaterThanOrEqual(4);
    await waitFor(() => expect(screen.getByLabelText(/^District/)).toHaveFocus());
    expect(server.changes()).toEqual([]);
  });

  it('shows a field error of the service next to its field and keeps what was typed', async () => {
    server.on('POST /api/cases/v1/concern-reports', problem(400, 'invalid-value', [{ pointer: '/narrative', code: 'Size' }]));
    const user = await filledForm();
    await user.click(screen.getByTestId('record'));
    const field = await screen.findByLabelText(/^What was said/);
    await waitFor(() => expect(field).toBeInvalid());
    expect(field).toHaveAccessibleDescription(/Too short or too long/);
    expect(field).toHaveValue('Beaten every night');
  });

  it('says in plain words that a district is not known', async () => {
    server.on('POST /api/cases/v1/concern-reports', problem(422, 'district-unknown'));
    const user = await filledForm();
    await user.click(screen.getByTestId('record'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('There is no such district on that day.');
  });

  it('keeps the form when the session has ended, and sends the same key again', async () => {
    server.on('POST /api/cases/v1/concern-reports', { status: 401 });
    const user = await filledForm();
    await user.click(screen.getByTestId('record'));
    const notice = await screen.findByRole('alertdialog');
    expect(within(notice).getByTestId('sign-in-again')).toHaveAttribute('href', '/sign-in?to=%2Fsigned-in&ui_locales=en');
    expect(screen.getByLabelText(/^What was said/)).toHaveValue('Beaten every night');
    server.on('POST /api/cases/v1/concern-reports', { status: 201, body: REPORT });
    await user.click(screen.getByTestId('record'));
    await screen.findByTestId('recorded');
    const [first, second] = server.changes();
    expect(second?.headers.get('Idempotency-Key')).toBe(first?.headers.get('Idempotency-Key'));
  });

  it('keeps the form when the browser finds out by itself that the session has ended', async () => {
    const { user, queries } = await open('/concerns/new');
    await user.type(await screen.findByLabelText(/^What was said/), 'Beaten every night');
    server.on('GET /session', { body: { signedIn: false } });
    await queries.refetchQueries({ queryKey: ['session'] });
    expect(await screen.findByRole('alertdialog')).toBeVisible();
    expect(screen.getByLabelText(/^What was said/)).toHaveValue('Beaten every night');
    server.on('GET /session', { body: { signedIn: true } });
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(screen.getByLabelText(/^What was said/)).toHaveValue('Beaten every night');
  });

  it('hides the fields about the caller while the caller is anonymous', async () => {
    const user = await filledForm();
    expect(screen.queryByLabelText(/Reporter's name/)).toBeNull();
    await user.click(screen.getByLabelText('Gives a name'));
    expect(screen.getByLabelText(/Reporter's name/)).toBeVisible();
  });

  it('is in Urdu, right to left, when that is the language', async () => {
    await open('/concerns/new', 'ur');
    expect(await screen.findByRole('heading', { level: 1, name: 'اطلاع درج کریں' })).toBeVisible();
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(document.documentElement).toHaveAttribute('lang', 'ur');
  });
});
