use serde_json::{Value, json};

use crate::support::{run, text, vectors};

/// The vectors write `100`, an answer `100.00`.
fn two_decimals(row: &Value, sum: &str) -> String {
    let text = text(row, sum);
    if text.contains('.') { text } else { format!("{text}.00") }
}

fn answers(input: String) -> Vec<Value> {
    let ran = run(&["calc", "--stdin"], input);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.lines().iter().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn every_line_of_the_vectors() {
    let vat = vectors("vat.json");
    for (name, known) in [("on_top", "net"), ("included", "gross")] {
        let rows = vat[name].as_array().expect("rows");
        assert!(rows.len() > 40, "{name}");
        let direct: String = rows.iter().map(|row| format!("{}\n", json!({ known: row[known], "rate": row["rate"] }))).collect();
        // The same as a document of one line, its sums beside it as in the vectors themselves.
        let documents: String = rows
            .iter()
            .map(|row| format!("{}\n", json!({ "mode": name, "lines": [{ "quantity": "1", "price": row[known], "rate": row["rate"], "vat": row["vat"], "net": row["net"] }] })))
            .collect();
        for answers in [answers(direct), answers(documents)] {
            for (row, answer) in rows.iter().zip(answers) {
                for sum in ["net", "vat", "gross"] {
                    assert_eq!(text(&answer["lines"][0], sum), two_decimals(row, sum), "{name} {row}");
                    assert_eq!(text(&answer["totals"], sum), two_decimals(row, sum), "{name} {row}");
                }
            }
        }
    }
}

#[test]
fn every_document_of_the_vectors() {
    let vat = vectors("vat.json");
    let documents = vat["docs"].as_array().expect("documents");
    let as_they_stand: String = documents.iter().map(|document| format!("{document}\n")).collect();
    for (document, answer) in documents.iter().zip(answers(as_they_stand)) {
        assert_eq!(answer["totals"]["net"], document["totals"]["net"]);
        assert_eq!(answer["totals"]["vat"], document["totals"]["vat"]);
        assert_eq!(answer["totals"]["gross"], document["totals"]["gross"]);
        for (row, line) in document["rows"].as_array().expect("rows").iter().zip(answer["lines"].as_array().expect("lines")) {
            assert_eq!((&line["net"], &line["vat"], &line["gross"]), (&row["net"], &row["vat"], &row["gross"]), "{row}");
        }
        assert_eq!(answer["totals"]["by_rate"].as_object().expect("rates").len(), 1);
    }
}

#[test]
fn a_refused_line_does_not_stop_the_next() {
    let input = b"{\"net\":\"1\",\"rate\":20}\r\n\n{\n\xd1\xf7\n{\"lines\":[{\"price\":\"-1\",\"quantity\":\"1\"}]}\n{\"net\":\"2\",\"rate\":20}".to_vec();
    let ran = run(&["calc", "--stdin"], input);
    // A line out for each line in, so that a program that writes and reads by turns never waits in vain.
    let answered: Vec<Value> = ran.lines().iter().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!((ran.code, answered.len()), (1, 5));
    let sums: Vec<&str> = answered.iter().filter_map(|answer| answer["totals"]["gross"].as_str()).collect();
    assert_eq!(sums, ["1.20", "2.40"]);
    assert_eq!((&answered[1]["line"], &answered[1]["problems"][0]["code"]), (&json!(3), &json!("json")));
    assert_eq!(ran.codes(), ["json", "line_not_utf8", "price_negative"]);
    let lines: Vec<u64> = ran.reasons().iter().map(|reason| reason["line"].as_u64().expect("a number")).collect();
    assert_eq!(lines, [3, 4, 5]);
    assert_eq!(ran.reasons()[2]["problems"][0]["field"], "/lines/0/price");
}
