"""Currencies as printed, as data: code, symbol or name -> ISO 4217 code. No exchange rates: amounts never cross."""

from __future__ import annotations

_NAMES = {
    "EUR": "eur € euro euros",
    "USD": "usd us$ $ usdollar usdollars dollar dollars",
    "GBP": "gbp £ poundssterling poundsterling sterling",
    "CNY": "cny rmb yuan renminbi rmbyuan cnyyuan rmb¥ cn¥",
    "HKD": "hkd hk$ hongkongdollar hongkongdollars",
    "TWD": "twd nt$ ntd",
    "SGD": "sgd s$",
    "AUD": "aud a$ au$",
    "NZD": "nzd nz$",
    "CAD": "cad c$ ca$",
    "JPY": "jpy yen jp¥",
    "KRW": "krw won ₩",
    "CHF": "chf swissfranc swissfrancs sfr",
    "SEK": "sek",
    "NOK": "nok",
    "DKK": "dkk",
    "PLN": "pln zloty",
    "CZK": "czk",
    "HUF": "huf",
    "RON": "ron",
    "INR": "inr rs ₹ rupee rupees",
    "IDR": "idr rp rupiah",
    "MYR": "myr rm ringgit",
    "THB": "thb baht",
    "VND": "vnd",
    "PHP": "php peso pesos",
    "BRL": "brl r$ reais",
    "MXN": "mxn mx$",
    "ZAR": "zar rand",
    "TRY": "try",
    "AED": "aed",
    "SAR": "sar",
    "MOP": "mop mop$",
    "ILS": "ils",
}

CURRENCIES: dict[str, str] = {name: code for code, names in _NAMES.items() for name in names.split()}
"""A bare "¥" is absent: it is printed for two currencies."""
