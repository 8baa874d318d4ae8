* One wording of one concept, by side, with events and articles as random effects.
* Made with: framing long examples --targets examples/targets.yaml -o long.dta
* Run with:  do examples/takeaway/long.do long.dta foreign-troops "occupation force"
args file concept wording
use "`file'", clear
keep if concept == "`concept'" & wording == "`wording'"
encode side, generate(side_code)
encode event, generate(event_code)
encode article_id, generate(article_code)
melogit n i.side_code || event_code: || article_code:, binomial(total)
