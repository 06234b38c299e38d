// All paper forms that are declared in code, the sets that stand in for them, and what the business works out for them.
import type { Form, FormSet } from '#core/form/form.ts'
import type { FormBook, FormParts } from '#server/form/parts.ts'
import { analysisParts } from '#features/analysis/analysis.server.ts'
import { gradesForm, matrixForm, overviewForm, regionsForm, representativesForm } from '#features/analysis/forms.ts'
import { keyForm } from '#features/analysis/key-form.ts'
import { communicationForm } from '#features/communication/form.ts'
import { roleNames } from '#features/company/role-names.ts'
import { complaintForm } from '#features/complaint/form.ts'
import '#features/complaint/complaint.server.ts'
import { careForm } from '#features/contact/care-form.ts'
import { addressForm } from '#features/customer/address-form.ts'
import { cardForm } from '#features/customer/card-form.ts'
import { customerParts } from '#features/customer/customer.server.ts'
import { infoForm } from '#features/customer/info-form.ts'
import { giftForms } from '#features/gift/gift-forms.ts'
import '#features/gift/gift.server.ts'
import { hospitalityForms } from '#features/hospitality/hospitality-forms.ts'
import '#features/hospitality/hospitality.server.ts'
import { evaluationForm } from '#features/measure/evaluation-form.ts'
import { importantForm } from '#features/measure/important-form.ts'
import { measureParts } from '#features/measure/measure.server.ts'
import { problemForm } from '#features/measure/problem-form.ts'
import { opportunityForm } from '#features/opportunity/form.ts'
import { applicationForm, preferenceForm } from '#features/price/forms.ts'
import '#features/price/price.server.ts'
import { productParts } from '#features/product/main-product.server.ts'
import { regionProblemForm } from '#features/region/problem-form.ts'
import { hydropower } from '#features/sets/hydropower.ts'
import { planForms } from '#features/visit/plan-forms.ts'
import { visitForms } from '#features/visit/visit-forms.ts'
import { visitParts } from '#features/visit/visit.server.ts'

const forms: Form[] = [
  infoForm, cardForm, careForm, addressForm,
  overviewForm, regionsForm, matrixForm, gradesForm, keyForm, representativesForm,
  importantForm, problemForm, evaluationForm, preferenceForm, applicationForm, regionProblemForm,
  ...planForms, ...visitForms, ...hospitalityForms, ...giftForms,
  communicationForm, opportunityForm, complaintForm,
]
const sets: FormSet[] = [hydropower]
const parts: FormParts[] = [analysisParts, visitParts, customerParts, measureParts, productParts]

export const formBook: FormBook = {
  forms, sets, reads: 'customer', roles: roleNames,
  parts: { reports: Object.assign({}, ...parts.map(part => part.reports)), lookups: Object.assign({}, ...parts.map(part => part.lookups)) } as FormBook['parts'],
}
