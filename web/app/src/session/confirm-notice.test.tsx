import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import { change } from '../api/client.ts';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().as('supervisor');
  server.on('GET /session', { body: { signedIn: true, signedInAt: '2026-11-21T08:00:00Z' } });
  server.on('GET /api/cases/v1/tasks', { body: { items: [] } });
  server.on('POST /api/cases/v1/exports', problem(401, 'step-up-required'));
});

const sessionsAsked = () => server.asked.filter((one) => one.path === '/session').length;

/** Any screen may ask for something sensitive. */
async function asked(path = '/', language: 'en' | 'ur' | 'ps' = 'en') {
  const opened = await open(path, language);
  await screen.findByTestId('who-am-i');
  await change('cases', '/exports', { body: {} }).catch(() => undefined);
  return { ...opened, notice: await screen.findByRole('alertdialog') };
}

describe('when a service asks who acts', () => {
  it('leads to the sign-in in another tab and not to the notice of an ended session', async () => {
    const { notice } = await asked();
    expect(notice).toHaveAccessibleName('Confirm it is you');
    const link = within(notice).getByTestId('confirm-it-is-you');
    expect(link).toHaveAttribute('href', '/sign-in?step-up=1&to=%2Fsigned-in&ui_locales=en');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveFocus();
    expect(screen.queryByTestId('sign-in-again')).toBeNull();
  });

  it.each([
    ['ur', 'تصدیق کریں کہ یہ آپ ہی ہیں'],
    ['ps', 'تایید کړئ چې دا تاسو یاست'],
  ] as const)('asks in %s', async (language, title) => {
    const { notice } = await asked('/', language);
    expect(notice).toHaveAccessibleName(title);
  });

  it('waits while the person has not signed in again', async () => {
    const { notice } = await asked();
    const before = sessionsAsked();
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(sessionsAsked()).toBeGreaterThan(before));
    expect(within(notice).getByTestId('confirm-notice')).toHaveAttribute('data-stage', 'asking');
  });

  it('says to repeat the act once the person has, and sends nothing by itself', async () => {
    const { notice, user } = await asked();
    await waitFor(() => expect(sessionsAsked()).toBeGreaterThan(1));
    server.on('GET /session', { body: { signedIn: true, signedInAt: '2026-11-21T09:00:00Z' } });
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(notice).toHaveAccessibleName('Thank you. Press the button again.'));
    expect(server.changes()).toHaveLength(1);
    await user.click(within(notice).getByTestId('confirm-close'));
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('goes away when the person does not want to', async () => {
    const { user } = await asked();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});
