import { writeFileSync } from 'node:fs';

const COLUMNS = {
  'Opportunity ID': (n) => `0065g00000${String(n).padStart(5, '0')}`,
  'Opportunity Name': (n) => `Northwind Logistics ${n}`,
  'Account Name': (n) => `Northwind ${n % 900}`,
  'Opportunity Owner': (n) => ['Robin Hale', 'Priya Nair', 'Sam Ortiz'][n % 3],
  Stage: (n) => ['Closed Won', 'Closed Lost', 'Closed - Lost to Competitor', 'Negotiation'][(n * 7) % 4],
  Amount: (n) => (1000 + ((n * 7919) % 900_000)).toFixed(2),
  'Amount Currency': (n) => ['EUR', 'USD'][n % 2],
  'Close Date': (n) => `2026-${two((n % 11) + 1)}-${two((n % 28) + 1)}`,
  'Created Date': (n) => `2025-${two((n % 12) + 1)}-${two((n % 28) + 1)}`,
  'Lead Source': (n) => ['Web', 'Partner', 'Event'][n % 3],
  'Loss Reason': (n) => ['Price', 'Timing', ''][n % 3],
  Region: (n) => ['North', 'South', 'East', 'West'][n % 4],
  Industry: (n) => ['Retail', 'Public sector', 'Healthcare'][n % 3],
  Type: (n) => ['New Business', 'Existing Business'][n % 2],
  'Probability (%)': (n) => String((n * 10) % 101),
  'Fiscal Period': (n) => `Q${(n % 4) + 1}-2026`,
  Age: (n) => String(n % 400),
  'Size Category': (n) => String(n % 7),
  'Ratio Qualified': (n) => ((n % 997) / 997).toFixed(6),
};

/** Writes a report of Salesforce with so many deals, drawn by arithmetic on their numbers. */
export function makeSampleExport(path, deals) {
  const rows = [Object.keys(COLUMNS).join(',')];
  for (let n = 1; n <= deals; n += 1)
    rows.push(
      Object.values(COLUMNS)
        .map((cell) => cell(n))
        .join(','),
    );
  writeFileSync(path, `${rows.join('\n')}\n`);
}

function two(number) {
  return String(number).padStart(2, '0');
}
