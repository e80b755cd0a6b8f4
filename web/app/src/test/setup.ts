import '@testing-library/jest-dom/vitest';
import { cleanup, configure, getConfig } from '@testing-library/react';
import React from 'react';
import { afterEach, vi } from 'vitest';

// React's development build takes a stack for each of the first 10,000 elements of a second, and no more: here it takes none.
const { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: internals } = React as unknown as Record<string, object>;
Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { get: () => 10_000, set: () => {}, configurable: true });
Error.stackTraceLimit = 8;

// While somebody waits, what is missing is said in a line; the whole page is printed when the wait is over, and once.
type Waiting = ReturnType<typeof getConfig> & { _disableExpensiveErrorDiagnostics?: boolean };
const { getElementError } = getConfig();
const inALine = (message: string | null) => Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' });
function missing(message: string | null, container: Element): Error {
  const waiting = (getConfig() as Waiting)._disableExpensiveErrorDiagnostics === true;
  const error = waiting ? inALine(message) : getElementError(message, container);
  // The failure is shown where the test asked.
  Error.captureStackTrace(error, missing);
  return error;
}

// Slow machines are not failures: nothing here is about time.
// Files share their modules: for the second one it is said already.
configure({ asyncUtilTimeout: 60_000, ...(getElementError.name === missing.name ? {} : { getElementError: missing }) });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  if (typeof window !== 'undefined') localStorage.clear();
});

// What a browser has and the test's document lacks.
if (typeof window !== 'undefined') {
  window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  })) as typeof window.matchMedia;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  if (document.fonts === undefined) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
  window.HTMLElement.prototype.scrollIntoView ??= () => {};
}
