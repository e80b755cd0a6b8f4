// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { QueryClient } from '@tanstack/react-query';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Surroundings } from '../app.tsx';
import { pageTexts } from '../test/page-texts.ts';
import { barriers, readableFiles } from '../test/engine.ts';
import { XForm } from './xform.tsx';

const SHIPPED = resolve(process.cwd(), '../../assessment-service/src/main/resources/instruments');
const FORMS = readdirSync(SHIPPED)
  .map((id) => [id, resolve(SHIPPED, id, '1', 'form.xml')] as const)
  .filter(([, file]) => existsSync(file));

const LOOKED_AT = ['phq-a', 'kp-comprehensive'];

beforeAll(readableFiles);

describe('the shipped forms', () => {
  it.each(FORMS)('%s is drawn whole, in Urdu', async (id, file) => {
    render(
      <Surroundings queries={new QueryClient()} i18n={await pageTexts('ur')}>
        <XForm xml={readFileSync(file, 'utf8')} busy={false} onSend={() => {}} />
      </Surroundings>,
    );
    await screen.findByTestId('form-progress');
    expect(screen.queryByText(/اس فارم کا ایک سوال یہاں نہیں دکھایا جا سکتا/)).toBeNull();
    // One short and one long form stand for the others, which have no other widgets.
    if (LOOKED_AT.includes(id)) expect(await barriers()).toEqual([]);
    cleanup();
  });
});
