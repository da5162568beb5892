// place: app/claim/sample-react.ts
// refused by: layers package/app/claim
// app/ draws nothing.

import { useState } from 'react';

export const sample = useState;
