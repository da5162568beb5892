import { ExchangeFault } from '../exchange-format.ts';

/** Said of a workbook that is damaged or not in the form that its standard has. */
export function brokenWorkbook(detail: string): ExchangeFault {
  return new ExchangeFault(
    `This workbook is damaged (${detail}). Open it in the program that made it, save it as XLSX again, and import that.`,
  );
}

/** Said of a workbook with more in it than any that people work with. */
export function tooLargeWorkbook(detail: string): ExchangeFault {
  return new ExchangeFault(
    `This workbook was made to fill memory, or is far too large (${detail}). Divide it, then import the parts.`,
  );
}
