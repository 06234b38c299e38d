// How much each role may approve by itself, by kind of expense, in yuan; the company's settings (limits) come first.
// What lies above goes to the next role up.
export const amounts = {
  hospitality: { kind: 'hospitality', fields: ['budget', 'spent'] },
  dailyReport: { kind: 'visit', fields: ['expenseTotal'] },
}

export const limits: Record<string, Record<string, string | null>> = {
  supervisor: { hospitality: '1000', visit: '1000' },
  serviceManager: { hospitality: '5000', visit: '5000' },
  generalManager: { hospitality: null, visit: null },
}

/** A step that nobody else can take. */
export const escalate = ['generalManager', 'admin']
