export type Department = {
  /** The name of its file in `chart`. */
  readonly chart: string
  readonly name: string
  readonly costCenter: number
  readonly division: 'Corporate' | 'Measurement' | 'Commercial'
}

/** The first one's chart begins with the chief executive, to whom the heads of the others report. */
export const departments: readonly Department[] = [
  { chart: 'executive', name: 'Executive Office', costCenter: 1000, division: 'Corporate' },
  { chart: 'engineering', name: 'Engineering', costCenter: 4100, division: 'Measurement' },
  { chart: 'operations', name: 'Operations', costCenter: 5200, division: 'Measurement' },
  { chart: 'quality', name: 'Quality', costCenter: 5600, division: 'Measurement' },
  { chart: 'sales', name: 'Sales', costCenter: 6100, division: 'Commercial' },
  { chart: 'customer-service', name: 'Customer Service', costCenter: 6400, division: 'Commercial' },
  { chart: 'marketing', name: 'Marketing', costCenter: 6700, division: 'Commercial' },
  { chart: 'finance', name: 'Finance', costCenter: 2100, division: 'Corporate' },
  { chart: 'people', name: 'People', costCenter: 2400, division: 'Corporate' },
  {
    chart: 'information-technology',
    name: 'Information Technology',
    costCenter: 2700,
    division: 'Corporate',
  },
  { chart: 'legal', name: 'Legal', costCenter: 2900, division: 'Corporate' },
]
