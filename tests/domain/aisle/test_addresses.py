"""A region is read as people write it: with signs between its parts, or in one as Chinese does."""

import pytest

from clerk_app.domain.aisle.addresses import Address, AddressFault, read_address

TYPED = {"name": "王琳", "phone": "13800002046", "street": "江南大道 88 号"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("浙江省杭州市滨江区", "浙江省 杭州市 滨江区"),
        ("北京市朝阳区", "北京市 朝阳区"),
        ("臺北市大安區", "臺北市 大安區"),
        ("山东省济南市市中区", "山东省 济南市 市中区"),
        ("湖北省荆州市沙市区", "湖北省 荆州市 沙市区"),
        ("内蒙古自治区呼和浩特市新城区", "内蒙古自治区 呼和浩特市 新城区"),
        ("云南省大理白族自治州大理市", "云南省 大理白族自治州 大理市"),
        ("Zhejiang, Hangzhou / Binjiang", "Zhejiang Hangzhou Binjiang"),
        ("浙江 杭州", "浙江 杭州"),
    ],
)
def test_the_parts_of_a_region_are_told_apart(typed: str, read: str) -> None:
    address = read_address({**TYPED, "region": typed}, phone="+8613800002046")

    assert isinstance(address, Address)
    assert address.region == read


@pytest.mark.parametrize("typed", ["浙江省", "北京市", "Zhejiang"])
def test_a_province_alone_is_no_place_to_send_to(typed: str) -> None:
    assert read_address({**TYPED, "region": typed}, phone="+86") == {"region": AddressFault.CITY_MISSING}
