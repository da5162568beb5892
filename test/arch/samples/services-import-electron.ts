// place: main/services/sample.ts
// refused by: layers package/main/services
// Services run in workers and tests, without Electron.

import { app } from 'electron';

export const sample = app.getPath('userData');
